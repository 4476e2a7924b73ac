use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

async fn gauge(place: &str, pause: f64, levels: mpsc::Sender<String>) {
    for level in [310, 312] {
        sleep(Duration::from_secs_f64(pause)).await;
        let message = format!("{place} {level}");
        levels.send(message).await.expect("the log is open");
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, mut rx) = mpsc::channel(8);
    tokio::spawn(gauge("bridge", 0.3, tx.clone()));
    tokio::spawn(gauge("weir", 1.0, tx.clone()));

    while let Some(message) = rx.recv().await {
        let now = start.elapsed().as_secs_f64();
        println!("{now:.1}s {message}");
    }
    println!("{:.1}s the end", start.elapsed().as_secs_f64());
}
