use std::time::Duration;
use tokio::sync::OnceCell;
use tokio::time::{Instant, sleep, timeout};

async fn brew(cook: &str) -> String {
    println!("  {cook} puts the kettle on");
    sleep(Duration::from_secs(1)).await;
    format!("tea by {cook}")
}

async fn tea<'a>(cook: &str, pot: &'a OnceCell<String>) -> &'a str {
    pot.get_or_init(|| brew(cook)).await
}

async fn drink(name: &str, comes: f64, patience: f64, pot: &OnceCell<String>) {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(comes)).await;
    let tea = tea(name, pot);
    let tea = timeout(Duration::from_secs_f64(patience), tea).await;
    let now = start.elapsed().as_secs_f64();
    match tea {
        Ok(tea) => println!("{now:.1}s {name} has {tea}"),
        Err(_) => println!("{now:.1}s {name} leaves"),
    }
}

#[tokio::main]
async fn main() {
    let pot = OnceCell::new();
    tokio::join!(
        drink("Ann", 0.0, 0.6, &pot),
        drink("Bob", 0.2, 5.0, &pot),
        drink("Cleo", 2.0, 5.0, &pot),
    );
}
