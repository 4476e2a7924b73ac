use std::time::Duration;
use tokio::sync::RwLock;
use tokio::time::{Instant, sleep};

fn say(start: Instant, what: &str) {
    println!("{:.1}s {what}", start.elapsed().as_secs_f64());
}

async fn show(price: &RwLock<u32>, start: Instant, clerk: &str, from: u64) {
    sleep(Duration::from_millis(from)).await;
    let price = price.read().await;
    say(start, &format!("{clerk} shows the price {}", *price));
    sleep(Duration::from_millis(500)).await;
}

async fn change(price: &RwLock<u32>, start: Instant, from: u64) {
    sleep(Duration::from_millis(from)).await;
    say(start, "the owner comes");
    let mut price = price.write().await;
    say(start, "the owner begins");
    sleep(Duration::from_millis(300)).await;
    *price = 12;
    say(start, "the owner has changed the price");
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let price = RwLock::new(10);
    tokio::join!(
        show(&price, start, "Ada", 0),
        show(&price, start, "Ben", 100),
        show(&price, start, "Cleo", 200),
        change(&price, start, 300),
        show(&price, start, "Dan", 900),
    );
}
