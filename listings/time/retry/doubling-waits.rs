use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn fetch(start: Instant, busy_for: Duration) -> Result<String, String> {
    println!("  {:.1}s request", start.elapsed().as_secs_f64());
    if start.elapsed() < busy_for {
        return Err("busy".to_string());
    }
    Ok("<news>".to_string())
}

async fn fetch_with_retry(busy_for: Duration) -> Result<String, String> {
    let start = Instant::now();
    let mut wait = Duration::from_millis(100);
    let mut tries = 1;
    loop {
        let result = fetch(start, busy_for).await;
        if result.is_ok() || tries == 4 {
            return result;
        }
        sleep(wait).await;
        wait *= 2;
        tries += 1;
    }
}

#[tokio::main]
async fn main() {
    for busy_millis in [500, 5_000] {
        println!("busy for {busy_millis} ms");
        let busy_for = Duration::from_millis(busy_millis);
        println!("  {:?}", fetch_with_retry(busy_for).await);
    }
}
