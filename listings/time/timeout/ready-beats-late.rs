use std::time::Duration;
use tokio::time::{sleep, timeout};

async fn in_stock() -> u32 {
    3
}

async fn in_warehouse() -> u32 {
    sleep(Duration::from_millis(100)).await;
    40
}

#[tokio::main]
async fn main() {
    println!("no time at all");
    println!("  {:?}", timeout(Duration::ZERO, in_stock()).await);
    println!("  {:?}", timeout(Duration::ZERO, in_warehouse()).await);

    println!("deadline long gone");
    let half_second = Duration::from_millis(500);
    let stock = timeout(half_second, in_stock());
    let warehouse = timeout(half_second, in_warehouse());
    sleep(Duration::from_secs(1)).await;
    println!("  {:?}", stock.await);
    println!("  {:?}", warehouse.await);
}
