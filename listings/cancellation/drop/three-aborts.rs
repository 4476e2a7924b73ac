use std::time::Duration;
use tokio::time::sleep;

struct Order(u32);

impl Drop for Order {
    fn drop(&mut self) {
        println!("order {} is off the board", self.0);
    }
}

async fn cook(order: Order, millis: u64) -> u32 {
    println!("cooking order {}", order.0);
    sleep(Duration::from_millis(millis)).await;
    println!("order {} is served", order.0);
    order.0
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let soup = tokio::spawn(cook(Order(7), 300));
    sleep(Duration::from_millis(500)).await;
    let roast = tokio::spawn(cook(Order(8), 2_000));
    sleep(Duration::from_millis(500)).await;
    let cake = tokio::spawn(cook(Order(9), 500));

    for (dish, task) in [("cake", cake), ("roast", roast), ("soup", soup)] {
        task.abort();
        match task.await {
            Ok(order) => println!("{dish}: {order}"),
            Err(error) if error.is_cancelled() => println!("{dish}: cancelled"),
            Err(error) => println!("{dish}: {error}"),
        }
    }
}
