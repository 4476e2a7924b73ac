use std::mem::size_of_val;
use std::time::Duration;
use tokio::time::sleep;

async fn keeps() -> u8 {
    let buffer = [7; 1_024];
    sleep(Duration::from_secs(1)).await;
    buffer[0]
}

async fn drops() -> u8 {
    let first = {
        let buffer = [7; 1_024];
        buffer[0]
    };
    sleep(Duration::from_secs(1)).await;
    first
}

#[tokio::main]
async fn main() {
    println!(
        "keeps() has more than 1,024 bytes: {}",
        size_of_val(&keeps()) > 1_024
    );
    println!(
        "drops() has less than 256 bytes: {}",
        size_of_val(&drops()) < 256
    );
    println!("{} and {}", keeps().await, drops().await);
}
