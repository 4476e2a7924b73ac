use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn fetch(name: &str, seconds: f64) -> String {
    println!("{name} starts");
    sleep(Duration::from_secs_f64(seconds)).await;
    println!("{name} ends after {seconds:.1}s");
    format!("data from {name}")
}

#[tokio::main]
async fn main() {
    let start = Instant::now();

    let (a, b, c) =
        tokio::join!(fetch("A", 1.0), fetch("B", 2.0), fetch("C", 1.5));

    println!("{a}, {b}, {c}");
    println!("total {:.1}s", start.elapsed().as_secs_f64());
}
