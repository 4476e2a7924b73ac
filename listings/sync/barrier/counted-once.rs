use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

async fn hike(name: &str, to_hut: f64, packs: f64, hut: Arc<Barrier>) {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(to_hut)).await;
    println!("{:.1}s {name} is at the hut", start.elapsed().as_secs_f64());

    let patience = Duration::from_secs_f64(0.5);
    let mut all_here = pin!(hut.wait());
    while timeout(patience, all_here.as_mut()).await.is_err() {
        println!("{:.1}s {name} still waits", start.elapsed().as_secs_f64());
    }
    sleep(Duration::from_secs_f64(packs)).await;
    println!("{:.1}s {name} goes on", start.elapsed().as_secs_f64());
}

#[tokio::main]
async fn main() {
    let hut = Arc::new(Barrier::new(3));
    let mut hikers = JoinSet::new();
    hikers.spawn(hike("Ann", 0.0, 0.3, Arc::clone(&hut)));
    hikers.spawn(hike("Bob", 0.7, 0.1, Arc::clone(&hut)));
    hikers.spawn(hike("Cleo", 1.8, 0.2, Arc::clone(&hut)));
    hikers.join_all().await;
}
