use tokio::sync::RwLock;
use std::time::Duration;
use tokio::time::sleep;

async fn nap(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

#[tokio::main]
async fn main() {
    let menu = RwLock::new(0);
    let read = async || {
        let _menu = menu.read().await;
        nap(100).await;
    };
    let write = async {
        nap(50).await;
        *menu.write().await += 1;
        nap(100).await;
    };
    tokio::join!(read(), write, read());
}
