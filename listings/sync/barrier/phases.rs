use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

async fn walk(name: &'static str, seconds: f64) -> &'static str {
    sleep(Duration::from_secs_f64(seconds)).await;
    name
}

async fn phase(walks: Vec<(&'static str, f64)>) -> Vec<&'static str> {
    let mut walking = JoinSet::new();
    for (name, seconds) in walks {
        let limit = Duration::from_secs_f64(1.5);
        walking.spawn(timeout(limit, walk(name, seconds)));
    }
    let results = walking.join_all().await;
    let mut there: Vec<_> = results.into_iter().flatten().collect();
    there.sort();
    there
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let there = phase(vec![("Ann", 0.5), ("Bob", 1.2), ("Cleo", 2.0)]).await;
    println!(
        "{:.1}s at the hut: {there:?}",
        start.elapsed().as_secs_f64()
    );

    if there.len() < 3 {
        println!("not enough for the rope, they take the path");
    }
    let walks = there.into_iter().map(|name| (name, 0.9)).collect();
    let there = phase(walks).await;
    println!(
        "{:.1}s at the top: {there:?}",
        start.elapsed().as_secs_f64()
    );
}
