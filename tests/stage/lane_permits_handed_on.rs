use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio::time::sleep;

async fn bake(name: &str, oven: OwnedSemaphorePermit) {
    sleep(Duration::from_millis(100)).await;
    println!("{name} is baked");
    drop(oven);
    sleep(Duration::from_millis(50)).await;
}

#[tokio::main]
async fn main() {
    let ovens = Arc::new(Semaphore::new(2));
    let mut set = JoinSet::new();
    for name in ["bread", "cake", "pie"] {
        let oven = ovens.clone().acquire_owned().await.unwrap();
        set.spawn(bake(name, oven));
    }
    set.join_all().await;
}
