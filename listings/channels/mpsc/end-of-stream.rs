use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

async fn gauge(levels: mpsc::Sender<u32>) {
    for level in [310, 312, 315] {
        sleep(Duration::from_secs_f64(0.5)).await;
        levels.send(level).await.expect("the log is open");
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, mut rx) = mpsc::channel(8);
    tokio::spawn(gauge(tx));

    while let Some(level) = rx.recv().await {
        let now = start.elapsed().as_secs_f64();
        println!("{now:.1}s level {level}");
    }
    println!("{:.1}s the end", start.elapsed().as_secs_f64());
}
