use std::time::Duration;
use tokio::time::{Instant, sleep, sleep_until};

async fn read_sensor(millis: u64) -> f64 {
    sleep(Duration::from_millis(millis)).await;
    20.0 + millis as f64 / 1000.0
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut next = start;

    for millis in [300, 600, 200, 400] {
        sleep_until(next).await;
        next += Duration::from_secs(1);
        let at = start.elapsed().as_secs_f64();
        let degrees = read_sensor(millis).await;
        println!("{at:.1}s: {degrees:.1} degrees");
    }
}
