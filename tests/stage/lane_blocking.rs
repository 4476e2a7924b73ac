use std::time::Duration;
use tokio::time::sleep;

async fn nap(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

#[tokio::main]
async fn main() {
    let task = tokio::spawn(async {
        nap(50).await;
        std::thread::sleep(Duration::from_millis(200));
        println!("held the thread");
    });
    tokio::join!(nap(100), nap(300));
    task.await.unwrap();
}
