use std::pin::pin;
use std::time::Duration;
use tokio::time::sleep;

async fn brew(cups: u32) -> String {
    sleep(Duration::from_millis(100)).await;
    format!("{cups} cups of coffee")
}

#[tokio::main]
async fn main() {
    let mut coffee = pin!(brew(2));
    println!("first await: {}", coffee.as_mut().await);
    println!("second await: {}", coffee.as_mut().await);
}
