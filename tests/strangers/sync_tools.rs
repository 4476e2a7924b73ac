use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Barrier, Mutex, Notify, OnceCell, RwLock, Semaphore};
use tokio::time::sleep;

static ONCE: OnceCell<String> = OnceCell::const_new();

async fn name() -> &'static str {
    ONCE.get_or_init(async || { sleep(Duration::from_millis(50)).await; println!("init"); "once".to_owned() }).await
}

#[tokio::main]
async fn main() {
    println!("{:?}", tokio::join!(name(), name()));
    let permits = Arc::new(Semaphore::new(1));
    let tasks = [3, 2, 1].map(|n| {
        let permits = permits.clone();
        async move {
            sleep(Duration::from_millis(n * 50)).await;
            let _permit = permits.acquire_owned().await.unwrap();
            sleep(Duration::from_millis(60)).await;
            println!("permit {n}");
        }
    });
    futures::future::join_all(tasks).await;
    let (lock, notify) = (Mutex::new(0), Notify::new());
    tokio::join!(
        async { notify.notified().await; *lock.lock().await += 1; },
        async {
            let mut held = lock.lock().await;
            notify.notify_one();
            sleep(Duration::from_millis(50)).await;
            *held *= 10;
        },
    );
    println!("{}", lock.into_inner());
    let table = RwLock::new(vec![1]);
    let sum = async || table.read().await.iter().sum::<i32>();
    println!("{:?}", tokio::join!(biased; sum(), async { table.write().await.push(2) }, sum()));
    let barrier = Arc::new(Barrier::new(2));
    let other = tokio::spawn({ let b = barrier.clone(); async move { b.wait().await.is_leader() } });
    println!("{}", barrier.wait().await.is_leader() ^ other.await.unwrap());
    if let Ok(mut table) = table.try_write() { table.clear() } else { println!("locked") }
    println!("{}", table.read().await.len())
}
