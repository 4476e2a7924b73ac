use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep};

async fn call(phone: &Mutex<()>, start: Instant, name: &str, at: u64) {
    sleep(Duration::from_millis(at)).await;
    let _guard = phone.lock().await;
    println!("{:.1}s {name} calls", start.elapsed().as_secs_f64());
    sleep(Duration::from_millis(500)).await;
}

async fn restless(phone: &Mutex<()>, start: Instant, name: &str, at: u64) {
    sleep(Duration::from_millis(at)).await;
    let mut looks = 0;
    let _guard = loop {
        tokio::select! {
            guard = phone.lock() => break guard,
            _ = sleep(Duration::from_millis(300)) => looks += 1,
        }
    };
    let at = start.elapsed().as_secs_f64();
    println!("{at:.1}s {name} calls after {looks} looks outside");
    sleep(Duration::from_millis(500)).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let phone = Mutex::new(());
    tokio::join!(
        call(&phone, start, "Ada", 0),
        restless(&phone, start, "Ben", 100),
        call(&phone, start, "Cleo", 200),
        call(&phone, start, "Dan", 600),
        call(&phone, start, "Eve", 900),
    );
}
