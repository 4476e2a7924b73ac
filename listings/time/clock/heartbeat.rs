use std::time::Duration;
use tokio::time::{Instant, interval, sleep};

async fn do_job(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut last = start;
    let mut ticks = interval(Duration::from_millis(500));

    for millis in [200, 300, 1_900, 100, 200, 100] {
        ticks.tick().await;
        let at = start.elapsed().as_secs_f64();
        let gap = last.elapsed().as_secs_f64();
        println!("{at:.1}s: beat, {gap:.1}s after the last");
        last = Instant::now();
        do_job(millis).await;
    }
    println!("{:.1}s: all jobs done", start.elapsed().as_secs_f64());
}
