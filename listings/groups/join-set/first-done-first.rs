use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

async fn fetch(name: &str, seconds: f64) -> String {
    sleep(Duration::from_secs_f64(seconds)).await;
    format!("data from {name}")
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut downloads = JoinSet::new();
    for (name, seconds) in [("A", 1.0), ("B", 2.0), ("C", 1.5)] {
        downloads.spawn(fetch(name, seconds));
    }
    println!("{} downloads", downloads.len());

    while let Some(result) = downloads.join_next().await {
        let data = result.expect("fetch does not panic");
        println!("{:.1}s {data}", start.elapsed().as_secs_f64());
    }
    println!("{} downloads", downloads.len());
}
