use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use std::time::Duration;
use tokio::time::sleep;

async fn nap(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

async fn download(permits: Arc<Semaphore>, millis: u64) {
    let _permit = permits.acquire().await.unwrap();
    nap(millis).await;
}

#[tokio::main]
async fn main() {
    let permits = Arc::new(Semaphore::new(2));
    let mut set = JoinSet::new();
    for millis in [100, 200, 150, 50] {
        set.spawn(download(permits.clone(), millis));
    }
    while set.join_next().await.is_some() {}
}
