use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

async fn new_member(last: Arc<AtomicU32>, printing: f64) -> u32 {
    let number = last.load(Ordering::SeqCst) + 1;
    sleep(Duration::from_secs_f64(printing)).await;
    last.store(number, Ordering::SeqCst);
    number
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let last = Arc::new(AtomicU32::new(0));

    let mut desks = JoinSet::new();
    for printing in [0.5, 0.3, 0.7, 0.2] {
        desks.spawn(new_member(last.clone(), printing));
    }
    let mut numbers = desks.join_all().await;
    numbers.sort();

    println!("numbers on the cards: {numbers:?}");
    println!("last number: {}", last.load(Ordering::SeqCst));
    println!("total {:.1}s", start.elapsed().as_secs_f64());
}
