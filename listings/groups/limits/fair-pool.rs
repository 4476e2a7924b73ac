use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

async fn four_requests(ovens: Arc<Semaphore>) {
    let mut cakes = JoinSet::new();
    for _ in 0..4 {
        let ovens = ovens.clone();
        cakes.spawn(async move {
            let _oven = ovens.acquire().await.expect("never closed");
            sleep(Duration::from_secs(1)).await;
        });
    }
    cakes.join_all().await;
}

async fn one_request_at_a_time(ovens: Arc<Semaphore>) {
    let mut cakes = JoinSet::new();
    for _ in 0..4 {
        let oven = ovens.clone().acquire_owned().await;
        cakes.spawn(async move {
            let _oven = oven.expect("never closed");
            sleep(Duration::from_secs(1)).await;
        });
    }
    cakes.join_all().await;
}

async fn single_tart(ovens: Arc<Semaphore>) {
    sleep(Duration::from_millis(200)).await;
    let asked = Instant::now();
    let _oven = ovens.acquire().await.expect("never closed");
    println!("the tart waits {:.1}s", asked.elapsed().as_secs_f64());
    sleep(Duration::from_secs(1)).await;
}

#[tokio::main]
async fn main() {
    let ovens = Arc::new(Semaphore::new(2));
    tokio::join!(four_requests(ovens.clone()), single_tart(ovens.clone()));
    tokio::join!(one_request_at_a_time(ovens.clone()), single_tart(ovens));
}
