use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    let (counter, mut cakes) = mpsc::channel(2);

    let baker = async move {
        for cake in 1..=5 {
            sleep(Duration::from_secs_f64(0.2)).await;
            counter.send(cake).await.expect("the waiter stays");
            println!("cake {cake} is on the counter");
        }
    };
    let waiter = async {
        while let Some(cake) = cakes.recv().await {
            println!("cake {cake} is taken");
            sleep(Duration::from_secs_f64(0.7)).await;
        }
    };
    tokio::join!(baker, waiter);
}
