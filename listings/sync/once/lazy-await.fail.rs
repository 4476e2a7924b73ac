use std::sync::LazyLock;
use std::time::Duration;
use tokio::time::sleep;

static DISCOUNT: LazyLock<u32> = LazyLock::new(|| fetch_discount().await);

async fn fetch_discount() -> u32 {
    sleep(Duration::from_secs(1)).await;
    1
}

#[tokio::main]
async fn main() {
    println!("discount: {}", *DISCOUNT);
}
