use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn pause() {
    sleep(Duration::from_secs(1)).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let first = pause();
    let second = pause();
    first.await;
    second.await;
    println!("two async fns: {:.1}s", start.elapsed().as_secs_f64());

    let start = Instant::now();
    let first = sleep(Duration::from_secs(1));
    let second = sleep(Duration::from_secs(1));
    first.await;
    second.await;
    println!("two sleeps: {:.1}s", start.elapsed().as_secs_f64());
}
