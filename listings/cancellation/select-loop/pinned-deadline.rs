use std::pin::pin;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

const STAY: Duration = Duration::from_secs(2);

async fn arrivals(gate: mpsc::Sender<&str>) {
    for name in ["Ann", "Ben", "Cleo", "Dan"] {
        sleep(Duration::from_millis(900)).await;
        if gate.send(name).await.is_err() {
            return;
        }
    }
    sleep(Duration::from_secs(9)).await;
}

async fn board(name: &str) {
    sleep(Duration::from_millis(100)).await;
    println!("{name} is on board");
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, mut gate) = mpsc::channel(8);
    tokio::spawn(arrivals(tx));

    let mut departure = pin!(sleep(STAY));
    loop {
        tokio::select! {
            Some(name) = gate.recv() => board(name).await,
            () = &mut departure => break,
        }
    }
    println!("{:.1}s: the ferry leaves", start.elapsed().as_secs_f64());
}
