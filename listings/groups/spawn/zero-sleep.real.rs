use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::{Instant, sleep};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let start = Instant::now();
    for _ in 0..100 {
        yield_now().await;
    }
    let yielding = start.elapsed();

    let start = Instant::now();
    for _ in 0..100 {
        sleep(Duration::ZERO).await;
    }
    let sleeping = start.elapsed();

    let limit = Duration::from_millis(90);
    println!("100 yield_now: 90 ms or more? {}", yielding >= limit);
    println!("100 sleep(0): 90 ms or more? {}", sleeping >= limit);
}
