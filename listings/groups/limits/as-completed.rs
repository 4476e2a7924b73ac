use futures::stream::{FuturesUnordered, StreamExt};
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn quote(shop: &str, seconds: f64, euros: u32) -> (&str, u32) {
    sleep(Duration::from_secs_f64(seconds)).await;
    (shop, euros)
}

#[tokio::main]
async fn main() {
    let start = Instant::now();

    let mut quotes = FuturesUnordered::new();
    quotes.push(quote("Willow", 1.6, 79));
    quotes.push(quote("Birch", 0.4, 95));
    quotes.push(quote("Maple", 0.8, 85));
    quotes.push(quote("Hazel", 3.0, 70));

    while let Some((shop, euros)) = quotes.next().await {
        println!("{:.1}s {shop}: {euros}", start.elapsed().as_secs_f64());
        if euros < 80 {
            break;
        }
    }
    println!("still open: {}", quotes.len());
}
