use std::time::{Duration, Instant};

const READS: u32 = 1_000;

fn with_std_mutex(price: &std::sync::Mutex<u64>) -> Duration {
    let start = Instant::now();
    for _ in 0..READS {
        assert_eq!(*price.lock().expect("nobody panics"), 10);
    }
    start.elapsed()
}

async fn with_mutex(price: &tokio::sync::Mutex<u64>) -> Duration {
    let start = Instant::now();
    for _ in 0..READS {
        assert_eq!(*price.lock().await, 10);
    }
    start.elapsed()
}

async fn with_rwlock(price: &tokio::sync::RwLock<u64>) -> Duration {
    let start = Instant::now();
    for _ in 0..READS {
        assert_eq!(*price.read().await, 10);
    }
    start.elapsed()
}

#[tokio::main]
async fn main() {
    let std_mutex = std::sync::Mutex::new(10);
    let mutex = tokio::sync::Mutex::new(10);
    let rwlock = tokio::sync::RwLock::new(10);
    let mut fastest = [Duration::MAX; 3];
    for _ in 0..20 {
        fastest[0] = fastest[0].min(with_std_mutex(&std_mutex));
        fastest[1] = fastest[1].min(with_mutex(&mutex).await);
        fastest[2] = fastest[2].min(with_rwlock(&rwlock).await);
    }
    let [limit, mutex, rwlock] = [fastest[0] * 2, fastest[1], fastest[2]];
    println!("more than twice the time of a standard Mutex?");
    println!("Tokio's Mutex: {}", mutex > limit);
    println!("Tokio's RwLock: {}", rwlock > limit);
}
