use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{RwLock, RwLockWriteGuard};
use tokio::time::sleep;

async fn nap() {
    sleep(Duration::from_millis(100)).await;
}

async fn change(menu: Arc<RwLock<u32>>) {
    let mut writing = menu.write().await;
    nap().await;
    *writing += 1;
    let reading = RwLockWriteGuard::downgrade(writing);
    nap().await;
    println!("changed to {reading}");
}

async fn read(menu: Arc<RwLock<u32>>) {
    let menu = menu.read_owned().await;
    println!("reads {menu}");
    nap().await;
}

#[tokio::main]
async fn main() {
    let menu = Arc::new(RwLock::new(1));
    tokio::join!(biased; change(menu.clone()), read(menu.clone()), change(menu));
}
