use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::sleep;

async fn load(dock: &Semaphore, who: &str, comes: u64, bays: u32) {
    sleep(Duration::from_millis(comes)).await;
    let _permit = dock.acquire_many(bays).await.expect("never closed");
    println!("{who} loads");
    sleep(Duration::from_secs(1)).await;
}

#[tokio::main]
async fn main() {
    let dock = Semaphore::new(2);
    tokio::join!(
        load(&dock, "a van", 0, 1),
        load(&dock, "a road train", 200, 3),
        load(&dock, "a bicycle", 400, 1),
    );
}
