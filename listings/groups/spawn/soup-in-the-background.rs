use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn cook(dish: &str, seconds: f64) -> String {
    sleep(Duration::from_secs_f64(0.5)).await;
    println!("{dish}: boiling");
    sleep(Duration::from_secs_f64(seconds - 0.5)).await;
    format!("{dish}: done")
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let soup = tokio::spawn(cook("soup", 2.0));

    println!("table: laying it");
    sleep(Duration::from_secs(1)).await;
    println!("table: done at {:.1}s", start.elapsed().as_secs_f64());

    let served = soup.await.expect("cooking does not panic");
    println!("{served} at {:.1}s", start.elapsed().as_secs_f64());
}
