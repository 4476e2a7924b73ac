use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::{Instant, sleep};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut yielding = Duration::MAX;
    let mut sleeping = Duration::MAX;
    // The shortest of three: a busy machine makes either of them longer.
    for _ in 0..3 {
        let start = Instant::now();
        for _ in 0..100 {
            yield_now().await;
        }
        yielding = yielding.min(start.elapsed());

        let start = Instant::now();
        for _ in 0..100 {
            sleep(Duration::ZERO).await;
        }
        sleeping = sleeping.min(start.elapsed());
    }

    let limit = Duration::from_millis(90);
    println!("100 yield_now: 90 ms or more? {}", yielding >= limit);
    println!("100 sleep(0): 90 ms or more? {}", sleeping >= limit);
}
