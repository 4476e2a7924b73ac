use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::timeout;

async fn answer(visit: &str, bell: &Notify) {
    match timeout(Duration::from_secs(1), bell.notified()).await {
        Ok(()) => println!("{visit}: it rang"),
        Err(_) => println!("{visit}: silence for a second"),
    }
}

#[tokio::main]
async fn main() {
    let bell = Notify::new();

    println!("notify_one, one time");
    bell.notify_one();
    answer("  first answer", &bell).await;
    answer("  second answer", &bell).await;

    println!("notify_one, two times");
    bell.notify_one();
    bell.notify_one();
    answer("  first answer", &bell).await;
    answer("  second answer", &bell).await;

    println!("notify_waiters");
    bell.notify_waiters();
    answer("  first answer", &bell).await;
}
