use std::sync::Arc;
use tokio::sync::Mutex;
use std::time::Duration;
use tokio::time::sleep;

async fn nap(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

async fn cook(stove: Arc<Mutex<u32>>) {
    let mut stove = stove.lock().await;
    nap(100).await;
    *stove += 1;
    println!("dish {stove}");
}

#[tokio::main]
async fn main() {
    let stove = Arc::new(Mutex::new(0));
    let first = tokio::spawn(cook(stove.clone()));
    let second = tokio::spawn(cook(stove.clone()));
    cook(stove).await;
    first.await.unwrap();
    second.await.unwrap();
}
