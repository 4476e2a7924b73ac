use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};

async fn log(line: &str, millis: u64) {
    sleep(Duration::from_millis(millis)).await;
    println!("{line}");
}

fn lights() -> JoinHandle<()> {
    tokio::spawn(log("lights: on", 300))
}

fn oven() -> JoinHandle<()> {
    tokio::spawn(log("oven: hot", 600))
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let door = tokio::spawn(log("door: unlocked", 200));
    for handle in [door, lights(), oven()] {
        handle.await.expect("logging does not panic");
    }
    println!("open at {:.1}s", start.elapsed().as_secs_f64());
}
