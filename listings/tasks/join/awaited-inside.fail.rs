use std::time::Duration;
use tokio::time::sleep;

async fn fetch(name: &str) -> String {
    sleep(Duration::from_secs(1)).await;
    format!("data from {name}")
}

#[tokio::main]
async fn main() {
    let (a, b) = tokio::join!(fetch("A").await, fetch("B"));
    println!("{a}, {b}");
}
