use std::time::Duration;
use tokio::task::{JoinSet, LocalSet};
use tokio::time::sleep;

async fn cook(millis: u64) -> u64 {
    sleep(Duration::from_millis(millis)).await;
    millis
}

#[tokio::main]
async fn main() {
    println!("{}", tokio::spawn(cook(100)).await.unwrap());
    println!("{}", tokio::task::spawn(cook(200)).await.unwrap());
    let mut set: JoinSet<u64> = [300, 100].map(cook).into_iter().collect();
    set.spawn(cook(200));
    set.extend([cook(400)]);
    println!("{} tasks", set.len());
    while let Some(cooked) = set.join_next().await {
        println!("{}", cooked.unwrap());
    }
    println!("{:?}", JoinSet::from_iter([cook(20), cook(10)]).join_all().await);
    let local = LocalSet::new();
    let cooked = local.run_until(async { tokio::task::spawn_local(cook(500)).await });
    println!("{}", cooked.await.unwrap());
}
