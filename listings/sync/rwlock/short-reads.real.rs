use std::sync::Mutex;
use std::time::{Duration, Instant};
use tokio::sync::RwLock;

const READS: u32 = 100_000;

fn with_mutex(price: &Mutex<u64>) -> Duration {
    let start = Instant::now();
    for _ in 0..READS {
        assert_eq!(*price.lock().expect("nobody panics"), 10);
    }
    start.elapsed()
}

async fn with_rwlock(price: &RwLock<u64>) -> Duration {
    let start = Instant::now();
    for _ in 0..READS {
        assert_eq!(*price.read().await, 10);
    }
    start.elapsed()
}

#[tokio::main]
async fn main() {
    let mutex = Mutex::new(10);
    let rwlock = RwLock::new(10);
    let mut fastest = [Duration::MAX; 2];
    for _ in 0..20 {
        fastest[0] = fastest[0].min(with_mutex(&mutex));
        fastest[1] = fastest[1].min(with_rwlock(&rwlock).await);
    }
    let ratio = fastest[1].as_secs_f64() / fastest[0].as_secs_f64();
    println!(
        "tokio RwLock takes more than twice as long: {}",
        ratio > 2.0
    );
}
