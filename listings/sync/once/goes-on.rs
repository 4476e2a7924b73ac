use std::sync::Arc;
use std::time::Duration;
use tokio::sync::OnceCell;
use tokio::time::{Instant, sleep, timeout};

type Pot = Arc<OnceCell<String>>;

async fn brew(cook: &str) -> String {
    println!("  {cook} puts the kettle on");
    sleep(Duration::from_secs(1)).await;
    format!("tea by {cook}")
}

async fn tea(cook: &'static str, pot: Pot) -> String {
    let making =
        tokio::spawn(
            async move { pot.get_or_init(|| brew(cook)).await.clone() },
        );
    making.await.expect("brew does not panic")
}

async fn drink(name: &'static str, comes: f64, patience: f64, pot: Pot) {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(comes)).await;
    let tea = timeout(Duration::from_secs_f64(patience), tea(name, pot)).await;
    let now = start.elapsed().as_secs_f64();
    match tea {
        Ok(tea) => println!("{now:.1}s {name} has {tea}"),
        Err(_) => println!("{now:.1}s {name} leaves"),
    }
}

#[tokio::main]
async fn main() {
    let pot = Pot::default();
    tokio::join!(
        drink("Ann", 0.0, 0.6, Arc::clone(&pot)),
        drink("Bob", 0.2, 5.0, Arc::clone(&pot)),
        drink("Cleo", 2.0, 5.0, Arc::clone(&pot)),
    );
}
