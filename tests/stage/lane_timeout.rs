use std::time::Duration;
use tokio::time::{sleep, timeout};

async fn nap(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

#[tokio::main]
async fn main() {
    let limit = Duration::from_millis(150);
    println!("{}", timeout(limit, nap(100)).await.is_ok());
    println!("{}", timeout(limit, nap(900)).await.is_ok());
    println!("{}", timeout(limit, std::future::pending::<()>()).await.is_ok());
}
