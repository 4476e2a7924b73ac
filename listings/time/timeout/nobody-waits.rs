use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::{sleep, timeout};

async fn cook(dish: &str, millis: u64, mut hatch: oneshot::Sender<String>) {
    let cooking = Duration::from_millis(millis);
    if timeout(cooking, hatch.closed()).await.is_ok() {
        sleep(Duration::from_millis(200)).await;
        println!("kitchen: {dish} is off the stove");
        return;
    }
    println!("kitchen: {dish} is ready");
    // Fails when the guest leaves at this very moment.
    let _ = hatch.send(dish.to_string());
}

async fn order(dish: &'static str, millis: u64) {
    let (hatch, meal) = oneshot::channel();
    tokio::spawn(cook(dish, millis, hatch));
    match timeout(Duration::from_secs(1), meal).await {
        Ok(Ok(dish)) => println!("guest: eats {dish}"),
        Ok(Err(_)) => println!("guest: the kitchen has given up"),
        Err(_) => println!("guest: leaves"),
    }
}

#[tokio::main]
async fn main() {
    order("soup", 500).await;
    order("goose", 3_000).await;
    sleep(Duration::from_millis(500)).await;
}
