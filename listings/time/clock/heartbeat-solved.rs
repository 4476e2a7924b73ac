use std::time::Duration;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep};

async fn do_job(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

async fn beat(start: Instant) {
    let mut last = start;
    let mut ticks = interval(Duration::from_millis(500));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let at = start.elapsed().as_secs_f64();
        let gap = last.elapsed().as_secs_f64();
        println!("{at:.1}s: beat, {gap:.1}s after the last");
        last = Instant::now();
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let heart = tokio::spawn(beat(start));

    for millis in [200, 300, 1_900, 100, 200, 100] {
        do_job(millis).await;
    }
    heart.abort();
    println!("{:.1}s: all jobs done", start.elapsed().as_secs_f64());
}
