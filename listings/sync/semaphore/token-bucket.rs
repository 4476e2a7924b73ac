use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{Instant, interval_at, sleep};

const MOST: usize = 3;
const PERIOD: Duration = Duration::from_millis(500);

async fn refill(bucket: Arc<Semaphore>) {
    let mut ticks = interval_at(Instant::now() + PERIOD, PERIOD);
    loop {
        ticks.tick().await;
        if bucket.available_permits() < MOST {
            bucket.add_permits(1);
        }
    }
}

async fn requests(bucket: &Semaphore, start: Instant, number: u32) {
    let mut periods = Vec::new();
    for _ in 0..number {
        bucket.acquire().await.expect("never closed").forget();
        periods.push(start.elapsed().as_millis() / PERIOD.as_millis());
    }
    println!("requests in periods {periods:?}");
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let bucket = Arc::new(Semaphore::new(MOST));
    let refill = tokio::spawn(refill(bucket.clone()));

    requests(&bucket, start, 6).await;
    sleep(Duration::from_millis(2_200)).await;
    requests(&bucket, start, 4).await;
    refill.abort();
}
