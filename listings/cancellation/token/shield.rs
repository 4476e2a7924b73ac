use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::time::{sleep, timeout};

type Cache = Arc<OnceLock<&'static str>>;

async fn fetch(cache: Cache) {
    sleep(Duration::from_secs(1)).await;
    let _ = cache.set("the map of Oslo");
}

async fn a_second_later(cache: Cache) {
    sleep(Duration::from_secs(1)).await;
    println!("  in the cache: {}", cache.get().unwrap_or(&"nothing"));
}

#[tokio::main]
async fn main() {
    let patience = Duration::from_millis(400);

    let cache = Cache::default();
    if timeout(patience, fetch(Arc::clone(&cache))).await.is_err() {
        println!("awaited: gave up");
    }
    a_second_later(cache).await;

    let cache = Cache::default();
    let task = tokio::spawn(fetch(Arc::clone(&cache)));
    if timeout(patience, task).await.is_err() {
        println!("in a task: gave up");
    }
    a_second_later(cache).await;
}
