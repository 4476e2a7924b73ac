use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep};

async fn pass(name: &str, arrives: f64, coins: &Notify) {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(arrives)).await;
    coins.notified().await;
    println!("{:.1}s {name} passes", start.elapsed().as_secs_f64());
}

async fn pay(coins: &Notify) {
    for pause in [0.1, 0.1, 0.8] {
        sleep(Duration::from_secs_f64(pause)).await;
        println!("a coin falls");
        coins.notify_one();
    }
}

#[tokio::main]
async fn main() {
    let coins = Notify::new();
    tokio::join!(
        pay(&coins),
        pass("Ann", 0.4, &coins),
        pass("Bob", 0.6, &coins),
        pass("Cleo", 0.8, &coins),
    );
}
