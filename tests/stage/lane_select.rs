use std::time::Duration;
use tokio::time::{interval, sleep};

async fn nap(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

#[tokio::main]
async fn main() {
    let mut tick = interval(Duration::from_millis(100));
    let mut work = std::pin::pin!(nap(250));
    loop {
        tokio::select! {
            biased;
            _ = &mut work => break,
            _ = tick.tick() => println!("tick"),
        }
    }
    tokio::select! {
        _ = nap(100) => println!("first"),
        _ = nap(300) => println!("second"),
    }
}
