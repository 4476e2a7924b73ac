use futures::StreamExt;
use futures::future::{join_all, try_join_all};
use futures::stream::{self, FuturesUnordered};
use std::time::Duration;
use tokio::time::sleep;

async fn nap(millis: u64) -> u64 {
    sleep(Duration::from_millis(millis)).await;
    millis
}

#[tokio::main]
async fn main() {
    println!("{:?}", join_all([nap(100), nap(50)]).await);
    let fails = try_join_all([10, 20].map(|millis| async move { Err::<(), u64>(nap(millis).await) }));
    println!("{:?}", fails.await);
    let mut set: FuturesUnordered<_> = [nap(60), nap(30)].into_iter().collect();
    set.push(nap(90));
    println!("{}", set.len());
    while let Some(millis) = set.next().await {
        println!("{millis}");
    }
    let slow = stream::iter([40, 20]).map(nap).buffer_unordered(2);
    println!("{:?}", slow.collect::<Vec<_>>().await);
}
