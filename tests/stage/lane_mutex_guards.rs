use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, MutexGuard};
use tokio::time::{sleep, timeout};

struct Till {
    coins: u32,
}

#[tokio::main]
async fn main() {
    let till = Arc::new(Mutex::new(Till { coins: 5 }));
    let held = till.clone().lock_owned().await;
    let patience = Duration::from_millis(100);
    println!("{}", timeout(patience, till.lock()).await.is_err());
    println!("{}", till.try_lock().is_err());
    // The guard moves into a task, which gives it back.
    let cashier = tokio::spawn(async move {
        sleep(Duration::from_millis(100)).await;
        held.coins
    });
    let mut coins = MutexGuard::map(till.lock().await, |till| &mut till.coins);
    *coins += 1;
    sleep(Duration::from_millis(50)).await;
    println!("{coins} after {}", cashier.await.unwrap());
    drop(coins);
    println!("{}", Arc::into_inner(till).unwrap().into_inner().coins);
}
