use futures::stream::{self, FuturesOrdered, StreamExt};
use std::time::Duration;
use tokio::time::sleep;

async fn nap(millis: u64) -> u64 {
    sleep(Duration::from_millis(millis)).await;
    millis
}

#[tokio::main]
async fn main() {
    let mut in_order = stream::iter([100, 50, 20]).map(nap).buffered(2);
    while let Some(millis) = in_order.next().await {
        println!("{millis}");
    }
    stream::iter([60, 40, 20])
        .for_each_concurrent(2, async |millis| println!("done after {}", nap(millis).await))
        .await;
    let mut ordered = FuturesOrdered::new();
    ordered.push_back(nap(30));
    ordered.push_back(nap(10));
    println!("{:?}", ordered.collect::<Vec<_>>().await);
}
