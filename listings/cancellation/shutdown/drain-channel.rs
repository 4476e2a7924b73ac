use std::time::Duration;
use tokio::sync::mpsc::{self, Receiver};
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

async fn write(record: u32, start: Instant) {
    sleep(Duration::from_millis(200)).await;
    println!("{:.1}s record {record}", start.elapsed().as_secs_f64());
}

async fn log(mut rx: Receiver<u32>, start: Instant, stop: CancellationToken) {
    loop {
        tokio::select! {
            biased;
            _ = stop.cancelled() => break,
            Some(record) = rx.recv() => write(record, start).await,
        }
    }
    rx.close();
    while let Some(record) = rx.recv().await {
        write(record, start).await;
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let stop = CancellationToken::new();
    let (tx, rx) = mpsc::channel(8);
    let logging = tokio::spawn(log(rx, start, stop.clone()));
    for record in 1..=5 {
        tx.send(record).await.expect("the log is open");
    }

    sleep(Duration::from_millis(500)).await;
    println!("{:.1}s closing", start.elapsed().as_secs_f64());
    stop.cancel();
    sleep(Duration::from_millis(200)).await;
    println!("record 6: {:?}", tx.send(6).await);
    logging.await.expect("the log does not panic");
}
