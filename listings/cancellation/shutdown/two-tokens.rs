use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

async fn answer(millis: u64, start: Instant, now: CancellationToken) {
    let work = sleep(Duration::from_millis(millis));
    if now.run_until_cancelled(work).await.is_some() {
        println!("{:.1}s answered", start.elapsed().as_secs_f64());
        return;
    }
    sleep(Duration::from_millis(200)).await; // tells the client
    println!("{:.1}s apologized", start.elapsed().as_secs_f64());
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let now = CancellationToken::new();
    let requests = TaskTracker::new();
    for millis in [300, 800, 1_600, 9_000] {
        requests.spawn(answer(millis, start, now.clone()));
    }

    sleep(Duration::from_millis(500)).await;
    println!("{:.1}s no new requests", start.elapsed().as_secs_f64());
    requests.close();
    let grace = Duration::from_secs(1);
    if timeout(grace, requests.wait()).await.is_err() {
        let left = requests.len();
        println!("{:.1}s {left} left", start.elapsed().as_secs_f64());
        now.cancel();
        requests.wait().await;
    }
    println!("{:.1}s stopped", start.elapsed().as_secs_f64());
}
