use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::{sleep, timeout};

#[tokio::main]
async fn main() {
    let (tx, mut rx) = oneshot::channel();
    tokio::spawn(async move {
        sleep(Duration::from_secs_f64(0.7)).await;
        let _ = tx.send("your table is free");
    });

    for look in 1..=3 {
        match timeout(Duration::from_secs_f64(0.5), &mut rx).await {
            Ok(answer) => println!("look {look}: {answer:?}"),
            Err(_) => println!("look {look}: nothing yet"),
        }
    }
}
