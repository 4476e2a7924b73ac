use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep};

async fn pass(name: &str, arrives: f64, coins: &Semaphore) {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(arrives)).await;
    let coin = coins.acquire().await.expect("never closed");
    coin.forget();
    println!("{:.1}s {name} passes", start.elapsed().as_secs_f64());
}

async fn pay(coins: &Semaphore) {
    for pause in [0.1, 0.1, 0.8] {
        sleep(Duration::from_secs_f64(pause)).await;
        println!("a coin falls");
        coins.add_permits(1);
    }
}

#[tokio::main]
async fn main() {
    let coins = Semaphore::new(0);
    tokio::join!(
        pay(&coins),
        pass("Ann", 0.4, &coins),
        pass("Bob", 0.6, &coins),
        pass("Cleo", 0.8, &coins),
    );
}
