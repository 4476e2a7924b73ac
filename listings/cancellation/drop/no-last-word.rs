use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

async fn phone_call() {
    sleep(Duration::from_secs(3)).await;
    println!("all is said");
}

async fn talk() {
    phone_call().await;
    println!("goodbye");
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    if timeout(Duration::from_secs(1), talk()).await.is_err() {
        println!("cut off");
    }
    println!("{:.1}s", start.elapsed().as_secs_f64());
}
