use std::time::Duration;
use tokio::time::{Instant, sleep, timeout_at};

async fn fetch(mirror: &str, millis: u64) -> String {
    sleep(Duration::from_millis(millis)).await;
    format!("page from {mirror}")
}

async fn first_in_time(mirrors: &[(&str, u64)], start: Instant) -> String {
    let deadline = start + Duration::from_secs(1);
    for &(mirror, millis) in mirrors {
        let patience = Instant::now() + Duration::from_millis(400);
        let limit = patience.min(deadline);
        match timeout_at(limit, fetch(mirror, millis)).await {
            Ok(page) => return page,
            Err(_) => {
                let at = start.elapsed().as_secs_f64();
                println!("  {at:.1}s gave up {mirror}");
            }
        }
        if limit == deadline {
            break;
        }
    }
    "nothing".to_string()
}

#[tokio::main]
async fn main() {
    let good_day = [("Oslo", 900), ("Rome", 300), ("Lima", 100)];
    let bad_day = [("Oslo", 900), ("Rome", 700), ("Lima", 300)];

    for mirrors in [good_day, bad_day] {
        let start = Instant::now();
        let page = first_in_time(&mirrors, start).await;
        println!("{:.1}s {page}", start.elapsed().as_secs_f64());
    }
}
