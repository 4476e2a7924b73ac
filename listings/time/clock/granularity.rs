use std::time::Duration;
use tokio::time::{Instant, sleep};

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    for micros in [0, 1, 999, 1_000, 1_001] {
        let start = Instant::now();
        sleep(Duration::from_micros(micros)).await;
        println!("{micros} us asked for: {:?}", start.elapsed());
    }

    let start = Instant::now();
    for _ in 0..10 {
        sleep(Duration::from_micros(1)).await;
    }
    println!("10 times 1 us: {:?}", start.elapsed());
}
