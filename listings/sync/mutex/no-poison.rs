use std::sync::Arc;
use tokio::sync::Mutex;

fn transfer(accounts: &mut [i32; 2], amount: i32) {
    accounts[0] -= amount;
    assert!(amount <= 100, "over the limit");
    accounts[1] += amount;
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let ours = Arc::new(Mutex::new([200, 200]));
    let theirs = Arc::new(std::sync::Mutex::new([200, 200]));

    let lock = ours.clone();
    let task = tokio::spawn(async move {
        transfer(&mut *lock.lock().await, 150);
    });
    println!("task panicked: {}", task.await.is_err());
    println!("tokio: {:?}", *ours.lock().await);

    let lock = theirs.clone();
    let task = tokio::spawn(async move {
        transfer(&mut lock.lock().expect("not poisoned"), 150);
    });
    println!("task panicked: {}", task.await.is_err());
    match theirs.lock() {
        Ok(accounts) => println!("std: {accounts:?}"),
        Err(poisoned) => println!("std: poisoned, {:?}", poisoned.get_ref()),
    }
}
