use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    let memory = Arc::new(Semaphore::new(5));
    let mut photos = JoinSet::new();
    for permits in [3, 1, 2] {
        let permit = memory.acquire_many(permits).await.expect("never closed");
        photos.spawn(async move {
            sleep(Duration::from_secs(1)).await;
            drop(permit);
        });
    }
    photos.join_all().await;
}
