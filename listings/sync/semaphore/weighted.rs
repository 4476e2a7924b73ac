use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

#[tokio::main]
async fn main() {
    let start = Instant::now();
    // A permit stands for 20 MB.
    let memory = Arc::new(Semaphore::new(5));
    let mut photos = JoinSet::new();

    for (permits, time) in [(3, 1_000), (1, 700), (2, 500), (1, 300)] {
        let memory = memory.clone();
        let permit = memory.acquire_many_owned(permits).await;
        let permit = permit.expect("never closed");
        let begin = start.elapsed().as_secs_f64();
        println!("{begin:.1}s photo of {} MB", 20 * permits);
        photos.spawn(async move {
            sleep(Duration::from_millis(time)).await;
            drop(permit);
        });
    }
    photos.join_all().await;
    println!("total {:.1}s", start.elapsed().as_secs_f64());
}
