use std::sync::Arc;
use std::time::Duration;
use tokio::sync::SetOnce;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

async fn shop(name: &str, arrives: f64, walks: f64, opened: Arc<SetOnce<()>>) {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(arrives)).await;
    opened.wait().await;
    sleep(Duration::from_secs_f64(walks)).await;
    println!(
        "{:.1}s {name} is at the shelf",
        start.elapsed().as_secs_f64()
    );
}

#[tokio::main]
async fn main() {
    let opened = Arc::new(SetOnce::new());
    let mut customers = JoinSet::new();
    customers.spawn(shop("Ann", 0.0, 0.4, Arc::clone(&opened)));
    customers.spawn(shop("Bob", 0.5, 0.2, Arc::clone(&opened)));
    customers.spawn(shop("Cleo", 1.6, 0.3, Arc::clone(&opened)));

    sleep(Duration::from_secs(1)).await;
    println!("the shop opens");
    opened.set(()).expect("nobody else sets it");
    customers.join_all().await;
}
