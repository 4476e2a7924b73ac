use futures::stream::{self, StreamExt};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::sleep;

async fn request(lines: &Semaphore, millis: u64) {
    let _line = lines.acquire().await.expect("never closed");
    sleep(Duration::from_millis(millis)).await;
}

async fn ask(
    lines: &Semaphore,
    shop: &'static str,
    millis: u64,
) -> &'static str {
    request(lines, millis).await;
    println!("the {shop} has answered");
    request(lines, 100).await;
    shop
}

#[tokio::main]
async fn main() {
    let lines = Semaphore::new(2);
    let shops = [("bakery", 100), ("dairy", 600), ("butcher", 100)];

    let mut orders = stream::iter(shops)
        .map(|(shop, millis)| ask(&lines, shop, millis))
        .buffer_unordered(3);
    while let Some(shop) = orders.next().await {
        println!("the {shop} has the order");
    }
}
