use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

async fn gauge(levels: mpsc::Sender<String>) {
    for level in [310, 312] {
        sleep(Duration::from_secs_f64(0.7)).await;
        let message = format!("level {level}");
        levels.send(message).await.expect("the log is open");
    }
}

async fn heartbeat(levels: mpsc::WeakSender<String>) {
    loop {
        sleep(Duration::from_secs_f64(0.5)).await;
        let Some(levels) = levels.upgrade() else {
            return;
        };
        let message = "still alive".to_string();
        levels.send(message).await.expect("the log is open");
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, mut rx) = mpsc::channel(8);
    let heartbeat = tokio::spawn(heartbeat(tx.downgrade()));
    tokio::spawn(gauge(tx));

    while let Some(message) = rx.recv().await {
        let now = start.elapsed().as_secs_f64();
        println!("{now:.1}s {message}");
    }
    println!("{:.1}s the end", start.elapsed().as_secs_f64());
    heartbeat.await.expect("the heartbeat does not panic");
    let now = start.elapsed().as_secs_f64();
    println!("{now:.1}s the heartbeat has ended, too");
}
