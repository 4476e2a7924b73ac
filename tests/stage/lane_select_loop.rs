use std::pin::pin;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

async fn order(sender: mpsc::Sender<&'static str>) {
    for dish in ["soup", "bread"] {
        sleep(Duration::from_millis(40)).await;
        sender.send(dish).await.unwrap();
    }
    sleep(Duration::from_millis(500)).await;
}

#[tokio::main]
async fn main() {
    let (sender, mut orders) = mpsc::channel(1);
    tokio::spawn(order(sender));
    let mut closing = pin!(sleep(Duration::from_millis(100)));
    loop {
        tokio::select! {
            biased;
            Some(dish) = orders.recv() => println!("{dish}"),
            () = &mut closing => break,
        }
    }
    println!("closed");
}
