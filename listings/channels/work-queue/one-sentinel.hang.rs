use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::sleep;

async fn cook(orders: async_channel::Receiver<Option<&str>>) {
    while let Ok(Some(_dish)) = orders.recv().await {
        sleep(Duration::from_secs_f64(0.5)).await;
    }
}

#[tokio::main]
async fn main() {
    let (tx, rx) = async_channel::bounded(2);
    let mut cooks = JoinSet::new();
    for _ in 0..3 {
        cooks.spawn(cook(rx.clone()));
    }
    drop(rx);
    for dish in ["soup", "fish", "roast", "salad"] {
        tx.send(Some(dish)).await.expect("a cook is there");
    }
    tx.send(None).await.expect("a cook is there");

    while let Some(cook) = cooks.join_next().await {
        cook.expect("cooks do not panic");
        println!("a cook goes home");
    }
    println!("the kitchen closes");
}
