use std::time::Duration;
use tokio::time::MissedTickBehavior::{Burst, Delay, Skip};
use tokio::time::{Instant, MissedTickBehavior, interval, sleep};

async fn watch_tank(behavior: MissedTickBehavior) {
    let start = Instant::now();
    let mut ticks = interval(Duration::from_secs(1));
    ticks.set_missed_tick_behavior(behavior);

    let mut readings = Vec::new();
    for millis in [100, 3_500, 100, 100, 100, 100] {
        ticks.tick().await;
        readings.push(format!("{:.1}s", start.elapsed().as_secs_f64()));
        sleep(Duration::from_millis(millis)).await;
    }
    println!("{behavior:?}: {}", readings.join(" "));
}

#[tokio::main]
async fn main() {
    tokio::join!(watch_tank(Burst), watch_tank(Delay), watch_tank(Skip));
}
