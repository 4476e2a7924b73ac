use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, mpsc};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

type Order = (&'static str, f64);

async fn cook(orders: Arc<Mutex<mpsc::Receiver<Order>>>, start: Instant) {
    while let Some((dish, seconds)) = orders.lock().await.recv().await {
        sleep(Duration::from_secs_f64(seconds)).await;
        let now = start.elapsed().as_secs_f64();
        println!("{now:.1}s cook: {dish} is ready");
    }
}

#[tokio::main]
async fn main() {
    let menu = [("soup", 0.4), ("fish", 0.6), ("roast", 0.9), ("salad", 0.4)];
    let more = [("stew", 0.8), ("toast", 0.4), ("cake", 0.7)];
    let start = Instant::now();
    let (tx, rx) = mpsc::channel(2);
    let rx = Arc::new(Mutex::new(rx));
    let mut cooks = JoinSet::new();
    for _ in 0..3 {
        cooks.spawn(cook(Arc::clone(&rx), start));
    }
    drop(rx);

    sleep(Duration::from_secs_f64(0.2)).await;
    for (dish, seconds) in menu.into_iter().chain(more) {
        tx.send((dish, seconds)).await.expect("a cook is there");
        let now = start.elapsed().as_secs_f64();
        println!("{now:.1}s waiter: {dish} is ordered");
    }
    drop(tx);
    cooks.join_all().await;
    let now = start.elapsed().as_secs_f64();
    println!("{now:.1}s the kitchen closes");
}
