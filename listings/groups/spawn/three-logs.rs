use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn log(line: &str, millis: u64) {
    sleep(Duration::from_millis(millis)).await;
    println!("{line}");
}

fn lights() {
    tokio::spawn(log("lights: on", 300));
}

async fn oven() {
    tokio::spawn(log("oven: hot", 600));
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let door = tokio::spawn(log("door: unlocked", 200));
    lights();
    oven().await;
    door.await.expect("logging does not panic");
    println!("open at {:.1}s", start.elapsed().as_secs_f64());
}
