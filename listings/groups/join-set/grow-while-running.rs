use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

/// Reads a page, and returns its name and the pages that it links to.
async fn read(page: &'static str) -> (&'static str, Vec<&'static str>) {
    let (millis, links) = match page {
        "home" => (100, vec!["news", "shop"]),
        "shop" => (200, vec!["teapots"]),
        "news" => (600, vec![]),
        _ => (100, vec![]),
    };
    sleep(Duration::from_millis(millis)).await;
    (page, links)
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut reading = JoinSet::new();
    reading.spawn(read("home"));

    while let Some(result) = reading.join_next().await {
        let (page, links) = result.expect("read does not panic");
        let seconds = start.elapsed().as_secs_f64();
        println!("{seconds:.1}s {page} links to {links:?}");
        for link in links {
            reading.spawn(read(link));
        }
    }
}
