use futures::executor::block_on;
use std::time::Duration;
use tokio::sync::{Mutex, Semaphore, oneshot};
use tokio::time::sleep;

async fn kitchen() {
    let (counter, hatch) = oneshot::channel();
    counter.send("soup").expect("the receiver still exists");
    println!("oneshot: {}", hatch.await.expect("the soup was sent"));

    let bill = Mutex::new(0);
    *bill.lock().await += 7;
    println!("mutex: {}", bill.into_inner());

    let stoves = Semaphore::new(2);
    let _stove = stoves.acquire().await.expect("nobody closes it");
    println!("semaphore: {} left", stoves.available_permits());

    sleep(Duration::from_millis(100)).await;
    println!("sleep: over");
}

fn main() {
    block_on(kitchen());
}
