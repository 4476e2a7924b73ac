use std::time::Duration;
use tokio::time::sleep;
use tokio_util::task::{JoinMap, JoinQueue};

async fn nap(millis: u64) -> u64 {
    sleep(Duration::from_millis(millis)).await;
    millis
}

#[tokio::main]
async fn main() {
    let mut map = JoinMap::new();
    map.spawn("short", nap(50));
    map.spawn("long", nap(400));
    map.spawn("long", nap(100));
    while let Some((key, result)) = map.join_next().await {
        println!("{key} {}", result.is_ok());
    }

    let mut queue = JoinQueue::new();
    queue.spawn(nap(100));
    queue.spawn(nap(50));
    while let Some(result) = queue.join_next().await {
        println!("{}", result.unwrap());
    }
}
