use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

async fn parse() -> &'static str {
    // Stands for computing, or for a call to a library that is not async.
    std::thread::sleep(Duration::from_secs(2));
    "parsed"
}

async fn parse_and_store() -> &'static str {
    std::thread::sleep(Duration::from_secs(2));
    sleep(Duration::from_millis(100)).await;
    "parsed and stored"
}

#[tokio::main]
async fn main() {
    let half_second = Duration::from_millis(500);

    let start = Instant::now();
    let result = timeout(half_second, parse()).await;
    println!("{:.1}s: {result:?}", start.elapsed().as_secs_f64());

    let start = Instant::now();
    let result = timeout(half_second, parse_and_store()).await;
    println!("{:.1}s: {result:?}", start.elapsed().as_secs_f64());
}
