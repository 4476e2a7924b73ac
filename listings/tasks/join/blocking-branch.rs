use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn fetch(name: &str, seconds: f64, start: Instant) {
    println!("{:.1}s {name} starts", start.elapsed().as_secs_f64());
    sleep(Duration::from_secs_f64(seconds)).await;
    println!("{:.1}s {name} ends", start.elapsed().as_secs_f64());
}

async fn unzip(name: &str, seconds: f64, start: Instant) {
    println!("{:.1}s {name} starts", start.elapsed().as_secs_f64());
    // Stands for computing, or for a call to a library that is not async.
    std::thread::sleep(Duration::from_secs_f64(seconds));
    println!("{:.1}s {name} ends", start.elapsed().as_secs_f64());
}

#[tokio::main]
async fn main() {
    let start = Instant::now();

    tokio::join!(
        biased;
        fetch("A", 1.0, start),
        unzip("B", 2.0, start),
        fetch("C", 1.5, start),
    );

    println!("total {:.1}s", start.elapsed().as_secs_f64());
}
