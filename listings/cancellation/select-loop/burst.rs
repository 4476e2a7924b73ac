use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, interval, sleep};

async fn arrivals(gate: mpsc::Sender<&str>) {
    for (millis, vehicle) in [(600, "the lorry"), (400, "the car")] {
        sleep(Duration::from_millis(millis)).await;
        gate.send(vehicle).await.expect("the ferry is here");
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, mut gate) = mpsc::channel(8);
    tokio::spawn(arrivals(tx));

    let mut horn = interval(Duration::from_millis(500));
    loop {
        tokio::select! {
            biased;
            _ = horn.tick() => {
                println!("{:.1}s: horn", start.elapsed().as_secs_f64());
            }
            vehicle = gate.recv() => {
                let Some(vehicle) = vehicle else { break };
                sleep(Duration::from_secs(2)).await;
                let now = start.elapsed().as_secs_f64();
                println!("{now:.1}s: {vehicle} is parked");
            }
        }
    }
}
