use std::time::Duration;
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

async fn record(start: Instant, stop: CancellationToken) {
    let mut levels = 0;
    loop {
        tokio::select! {
            _ = stop.cancelled() => break,
            _ = sleep(Duration::from_millis(400)) => levels += 1,
        }
        let at = start.elapsed().as_secs_f64();
        println!("{at:.1}s wrote level {levels}");
    }
    sleep(Duration::from_millis(300)).await; // saves the file
    let at = start.elapsed().as_secs_f64();
    println!("{at:.1}s saved {levels} levels");
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let stop = CancellationToken::new();
    let recording = tokio::spawn(record(start, stop.clone()));

    sleep(Duration::from_secs(1)).await;
    println!("{:.1}s stop, please", start.elapsed().as_secs_f64());
    stop.cancel();
    recording.await.expect("it does not panic");
    println!("{:.1}s all is saved", start.elapsed().as_secs_f64());
}
