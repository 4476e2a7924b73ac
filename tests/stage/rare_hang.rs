use std::sync::Arc;
use tokio::sync::Notify;
use tokio::task::yield_now;

async fn guest(bell: Arc<Notify>) {
    bell.notified().await;
    println!("heard it");
}

#[tokio::main]
async fn main() {
    let bell = Arc::new(Notify::new());
    let guest = tokio::spawn(guest(bell.clone()));
    // Almost always the guest listens by then.
    for _ in 0..6 {
        yield_now().await;
    }
    bell.notify_waiters();
    guest.await.expect("the guest does not panic");
}
