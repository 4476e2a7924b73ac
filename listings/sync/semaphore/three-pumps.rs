use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep};

async fn fill_up(pumps: &Semaphore, start: Instant, car: u64) {
    sleep(Duration::from_millis(100 * car)).await;
    let _permit = pumps.acquire().await.expect("never closed");
    println!(
        "{:.1}s car {car} is at a pump, {} free",
        start.elapsed().as_secs_f64(),
        pumps.available_permits(),
    );
    sleep(Duration::from_millis(1_000 + 200 * car)).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let pumps = Semaphore::new(3);
    tokio::join!(
        fill_up(&pumps, start, 0),
        fill_up(&pumps, start, 1),
        fill_up(&pumps, start, 2),
        fill_up(&pumps, start, 3),
        fill_up(&pumps, start, 4),
        fill_up(&pumps, start, 5),
    );
    let end = start.elapsed().as_secs_f64();
    println!("{end:.1}s all gone, {} free", pumps.available_permits());
}
