use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};
use std::time::Duration;
use tokio::sync::OnceCell;
use tokio::time::sleep;

static RATES: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    println!("  filling the table");
    HashMap::from([("pear", 3), ("melon", 5)])
});
static SHOP: OnceLock<String> = OnceLock::new();
static DISCOUNT: OnceCell<u32> = OnceCell::const_new();

async fn fetch_discount() -> u32 {
    println!("  fetching the discount");
    sleep(Duration::from_secs(1)).await;
    1
}

async fn price(item: &str) -> u32 {
    RATES[item] - DISCOUNT.get_or_init(fetch_discount).await
}

#[tokio::main]
async fn main() {
    println!("SHOP: {:?}", SHOP.get());
    SHOP.set("corner shop".to_string()).expect("set only here");
    println!("SHOP: {:?}", SHOP.get());

    println!("pear: {}", price("pear").await);
    println!("melon: {}", price("melon").await);
}
