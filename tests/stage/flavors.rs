use std::time::Duration;
use tokio::time::{Instant, sleep};

#[tokio::main(flavor = "current_thread")]
async fn current_thread() {
    wait("current_thread").await;
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn paused() {
    tokio::time::advance(Duration::from_secs(1)).await;
    wait("paused").await;
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn multi_thread() {
    wait("multi_thread").await;
}

#[tokio::main(flavor = "local")]
async fn local() {
    tokio::task::spawn_local(wait("local")).await.unwrap();
}

async fn wait(flavor: &str) {
    let start = Instant::now();
    sleep(Duration::from_secs(1)).await;
    println!("{flavor}: {:.1}s", start.elapsed().as_secs_f64());
}

fn main() {
    current_thread();
    paused();
    multi_thread();
    local();
}
