use std::sync::Arc;
use tokio::sync::{Barrier, Notify};
use std::time::Duration;
use tokio::time::sleep;

async fn nap(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

async fn walk(gate: Arc<Barrier>, millis: u64) {
    nap(millis).await;
    gate.wait().await;
}

#[tokio::main]
async fn main() {
    let gate = Arc::new(Barrier::new(2));
    let bell = Arc::new(Notify::new());
    tokio::spawn(walk(gate.clone(), 200));
    let ringer = bell.clone();
    tokio::spawn(async move {
        nap(300).await;
        ringer.notify_one();
    });
    walk(gate, 100).await;
    bell.notified().await;
}
