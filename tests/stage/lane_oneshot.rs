use tokio::sync::oneshot;
use std::time::Duration;
use tokio::time::sleep;

async fn nap(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

#[tokio::main]
async fn main() {
    let (kitchen, guest) = oneshot::channel();
    tokio::spawn(async move {
        nap(300).await;
        kitchen.send("soup").unwrap();
    });
    println!("{}", guest.await.unwrap());
}
