use std::time::Duration;
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TrySendError;
use tokio::time::{Instant, sleep};

async fn engine(log: mpsc::Sender<u32>, start: Instant) {
    let mut skipped = 0;
    for burst in 0..3 {
        for line in 1..=4 + 2 * burst {
            match log.try_send(line) {
                Ok(()) => {}
                Err(TrySendError::Full(_)) => skipped += 1,
                Err(TrySendError::Closed(_)) => return,
            }
        }
        sleep(Duration::from_secs(1)).await;
    }
    let now = start.elapsed().as_secs_f64();
    println!("{now:.1}s engine: stops, {skipped} lines skipped");
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, mut rx) = mpsc::channel(5);
    let engine = tokio::spawn(engine(tx, start));

    let mut lines = Vec::new();
    sleep(Duration::from_secs_f64(0.5)).await;
    while rx.recv_many(&mut lines, 100).await > 0 {
        let now = start.elapsed().as_secs_f64();
        println!("{now:.1}s log: writes {} lines", lines.len());
        lines.clear();
        sleep(Duration::from_secs(1)).await;
    }
    engine.await.expect("the engine does not panic");
}
