use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

async fn hike(name: &str, to_hut: f64, to_top: f64, hut: Arc<Barrier>) {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(to_hut)).await;
    println!("{:.1}s {name} is at the hut", start.elapsed().as_secs_f64());
    hut.wait().await;
    sleep(Duration::from_secs_f64(to_top)).await;
    println!("{:.1}s {name} is at the top", start.elapsed().as_secs_f64());
}

#[tokio::main]
async fn main() {
    let hut = Arc::new(Barrier::new(3));
    let mut hikers = JoinSet::new();
    hikers.spawn(hike("Ann", 0.5, 1.0, Arc::clone(&hut)));
    hikers.spawn(hike("Bob", 1.2, 0.4, Arc::clone(&hut)));
    hikers.spawn(hike("Cleo", 2.0, 0.7, Arc::clone(&hut)));
    hikers.join_all().await;
}
