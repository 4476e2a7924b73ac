use std::time::Duration;
use tokio::time::sleep;

async fn send_receipt(order: u32) {
    sleep(Duration::from_millis(700)).await;
    println!("order {order}: receipt sent");
}

async fn take_order(order: u32) {
    sleep(Duration::from_millis(200)).await;
    tokio::spawn(send_receipt(order));
    println!("order {order}: taken");
}

#[tokio::main]
async fn main() {
    let waiter = tokio::spawn(take_order(7));
    waiter.await.expect("the waiter does not panic");
    println!("the waiter has ended");

    sleep(Duration::from_secs(1)).await;
    println!("closing");
}
