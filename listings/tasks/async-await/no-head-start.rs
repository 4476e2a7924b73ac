use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn cook(dish: &str, seconds: f64) -> String {
    println!("{dish}: on the stove");
    sleep(Duration::from_secs_f64(seconds)).await;
    format!("{dish}: done")
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let soup = cook("soup", 2.0);

    println!("table: laying it");
    sleep(Duration::from_secs(1)).await;
    println!("table: done at {:.1}s", start.elapsed().as_secs_f64());

    let served = soup.await;
    println!("{served} at {:.1}s", start.elapsed().as_secs_f64());
}
