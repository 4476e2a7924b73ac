use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

async fn hike(
    name: &str,
    to_hut: f64,
    patience: f64,
    hut: Arc<Barrier>,
) -> bool {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(to_hut)).await;
    println!("{:.1}s {name} is at the hut", start.elapsed().as_secs_f64());

    let patience = Duration::from_secs_f64(patience);
    let stayed = timeout(patience, hut.wait()).await.is_ok();
    if !stayed {
        println!("{:.1}s {name} goes home", start.elapsed().as_secs_f64());
    }
    stayed
}

#[tokio::main]
async fn main() {
    // The rope needs three.
    let hut = Arc::new(Barrier::new(3));
    let mut hikers = JoinSet::new();
    hikers.spawn(hike("Ann", 0.5, 0.8, Arc::clone(&hut)));
    hikers.spawn(hike("Bob", 1.0, 5.0, Arc::clone(&hut)));
    hikers.spawn(hike("Cleo", 2.0, 5.0, Arc::clone(&hut)));

    let stayed = hikers.join_all().await;
    let on_rope = stayed.iter().filter(|stayed| **stayed).count();
    println!("the barrier has opened, {on_rope} are on the rope");
}
