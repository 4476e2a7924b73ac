use std::time::Duration;
use tokio::time::{sleep, timeout};

async fn bake() -> &'static str {
    sleep(Duration::from_millis(2_500)).await;
    "bread"
}

#[tokio::main]
async fn main() {
    let oven = tokio::spawn(bake());
    loop {
        match timeout(Duration::from_secs(1), oven).await {
            Ok(result) => {
                println!("{}", result.expect("bake does not panic"));
                break;
            }
            Err(_) => println!("still in the oven"),
        }
    }
}
