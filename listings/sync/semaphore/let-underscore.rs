use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep};

async fn careless(printer: &Semaphore) {
    let _ = printer.acquire().await.expect("never closed");
    sleep(Duration::from_secs(1)).await;
}

async fn careful(printer: &Semaphore) {
    let _permit = printer.acquire().await.expect("never closed");
    sleep(Duration::from_secs(1)).await;
}

#[tokio::main]
async fn main() {
    let printer = Semaphore::new(1);

    let start = Instant::now();
    tokio::join!(careless(&printer), careless(&printer), careless(&printer));
    println!("careless: {:.1}s", start.elapsed().as_secs_f64());

    let start = Instant::now();
    tokio::join!(careful(&printer), careful(&printer), careful(&printer));
    println!("careful: {:.1}s", start.elapsed().as_secs_f64());
}
