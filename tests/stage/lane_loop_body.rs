use futures::StreamExt;
use futures::future::join_all;
use futures::stream;
use std::time::Duration;
use tokio::time::{sleep, timeout};

async fn nap(millis: u64) -> u64 {
    sleep(Duration::from_millis(millis)).await;
    millis
}

#[tokio::main]
async fn main() {
    let mut naps = stream::iter([100, 150, 300]).map(nap).buffer_unordered(2);
    while let Some(millis) = naps.next().await {
        // Nobody polls the members meanwhile.
        nap(200).await;
        println!("{millis}");
    }
    let limit = Duration::from_millis(150);
    println!("{:?}", timeout(limit, join_all([nap(50), nap(100)])).await);
}
