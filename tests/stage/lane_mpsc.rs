use tokio::sync::mpsc;
use std::time::Duration;
use tokio::time::sleep;

async fn nap(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

async fn produce(queue: mpsc::Sender<u32>) {
    for item in 1..=4 {
        queue.send(item).await.unwrap();
        println!("made {item}");
    }
}

#[tokio::main]
async fn main() {
    let (sender, mut receiver) = mpsc::channel(1);
    tokio::spawn(produce(sender));
    while receiver.recv().await.is_some() {
        nap(100).await;
    }
}
