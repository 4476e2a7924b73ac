use std::time::Duration;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::sleep;

async fn log(mut orders: broadcast::Receiver<u32>) {
    loop {
        match orders.recv().await {
            Ok(order) => {
                println!("logging order {order}");
                sleep(Duration::from_millis(900)).await;
            }
            Err(RecvError::Lagged(missed)) => {
                println!("{missed} orders are lost");
            }
            Err(RecvError::Closed) => break,
        }
    }
    println!("log closed");
}

#[tokio::main]
async fn main() {
    let (orders, for_log) = broadcast::channel(4);
    let log = tokio::spawn(log(for_log));

    for order in 1..=8 {
        orders.send(order).expect("the log listens");
        sleep(Duration::from_millis(200)).await;
    }
    println!("all orders sent");
    drop(orders);

    log.await.expect("the log does not panic");
}
