use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

async fn job(number: u64, start: Instant) {
    let begin = start.elapsed().as_secs_f64();
    sleep(Duration::from_millis(800 + 200 * number)).await;
    let end = start.elapsed().as_secs_f64();
    println!("T{number}: {begin:.1}s to {end:.1}s");
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let start = Instant::now();
    let limit = Arc::new(Semaphore::new(2));
    let mut tasks = JoinSet::new();

    for number in 1..=6 {
        let limit = limit.clone();
        tasks.spawn(async move {
            let _permit = limit.acquire().await.expect("never closed");
            job(number, start).await;
        });
    }
    println!("{} tasks spawned", tasks.len());
    tasks.join_all().await;

    println!("total {:.1}s", start.elapsed().as_secs_f64());
}
