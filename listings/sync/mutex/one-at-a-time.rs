use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

async fn new_member(last: Arc<Mutex<u32>>, printing: f64) -> u32 {
    let mut last = last.lock().await;
    let number = *last + 1;
    sleep(Duration::from_secs_f64(printing)).await;
    *last = number;
    number
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let last = Arc::new(Mutex::new(0));

    let mut desks = JoinSet::new();
    for printing in [0.5, 0.3, 0.7, 0.2] {
        desks.spawn(new_member(last.clone(), printing));
    }
    let mut numbers = desks.join_all().await;
    numbers.sort();

    println!("numbers on the cards: {numbers:?}");
    println!("last number: {}", *last.lock().await);
    println!("total {:.1}s", start.elapsed().as_secs_f64());
}
