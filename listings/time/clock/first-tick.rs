use std::time::Duration;
use tokio::time::{Instant, Interval, interval, interval_at};

async fn remind(mut ticks: Interval) {
    let start = Instant::now();
    for cup in 1..=3 {
        ticks.tick().await;
        println!("  {:.1}s: cup {cup}", start.elapsed().as_secs_f64());
    }
}

#[tokio::main]
async fn main() {
    let period = Duration::from_secs(1);

    println!("interval");
    remind(interval(period)).await;

    println!("interval_at");
    remind(interval_at(Instant::now() + period, period)).await;
}
