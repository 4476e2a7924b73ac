use std::time::Duration;
use tokio::time::{self, Instant, advance, sleep};

async fn hours(n: u64) -> u64 {
    sleep(Duration::from_secs(n * 3600)).await;
    n
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    sleep(Duration::from_millis(50)).await;
    time::pause();
    let start = Instant::now();
    println!("{:?}", tokio::join!(hours(2), hours(1)));
    println!("{}", start.elapsed().as_secs() / 3600);
    let task = tokio::spawn(hours(24));
    tokio::task::yield_now().await;
    println!("{}", task.is_finished());
    advance(Duration::from_secs(25 * 3600)).await;
    println!("{}", task.await.unwrap());
    time::resume();
    let start = Instant::now();
    sleep(Duration::from_millis(100)).await;
    println!("{:.1}", start.elapsed().as_secs_f64());
    tokio::time::pause();
    println!("{}", hours(1).await);
}
