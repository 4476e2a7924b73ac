use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

async fn refuel() -> u32 {
    for tank in 1..=2 {
        sleep(Duration::from_millis(800)).await;
        println!("tank {tank} is full");
    }
    2_000
}

async fn arrivals(gate: mpsc::Sender<&str>) {
    for name in ["Ann", "Ben", "Cleo"] {
        sleep(Duration::from_millis(600)).await;
        let _ = gate.send(name).await;
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

    let fuel = loop {
        tokio::select! {
            Some(name) = gate.recv() => board(name).await,
            fuel = refuel() => break fuel,
        }
    };
    println!("{:.1}s: {fuel} litres", start.elapsed().as_secs_f64());
}
