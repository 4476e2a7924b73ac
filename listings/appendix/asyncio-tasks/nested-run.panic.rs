use std::time::Duration;
use tokio::runtime::Handle;
use tokio::time::sleep;

async fn price(item: &str) -> u32 {
    sleep(Duration::from_millis(300)).await;
    item.len() as u32 * 50
}

fn price_now(item: &str) -> u32 {
    Handle::current().block_on(price(item))
}

#[tokio::main]
async fn main() {
    println!("asking");
    println!("tea costs {}", price_now("tea"));
}
