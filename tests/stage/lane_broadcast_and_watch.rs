use tokio::sync::{broadcast, watch};
use std::time::Duration;
use tokio::time::sleep;

async fn nap(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

#[tokio::main]
async fn main() {
    let (news, mut reader) = broadcast::channel(4);
    let (light, mut driver) = watch::channel("red");
    tokio::spawn(async move {
        nap(100).await;
        news.send("rain").unwrap();
        nap(100).await;
        light.send("green").unwrap();
    });
    tokio::join!(
        async { println!("{:?}", reader.recv().await) },
        async { println!("{:?}", driver.wait_for(|light| *light == "green").await.is_ok()) },
    );
}
