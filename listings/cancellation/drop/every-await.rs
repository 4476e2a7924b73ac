use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::sleep;

type Log = Arc<Mutex<Vec<&'static str>>>;

async fn step(name: &'static str, millis: u64, log: &Log) {
    sleep(Duration::from_millis(millis)).await;
    log.lock().expect("no thread panics").push(name);
}

async fn greet(log: &Log) {
    log.lock().expect("no thread panics").push("greeted");
}

async fn sell(log: Log) {
    greet(&log).await;
    step("paid", 400, &log).await;
    step("packed", 400, &log).await;
    step("handed over", 400, &log).await;
}

#[tokio::main]
async fn main() {
    for millis in [200, 600, 1_000, 1_400] {
        let log = Log::default();
        let sale = tokio::spawn(sell(log.clone()));
        sleep(Duration::from_millis(millis)).await;
        sale.abort();
        let end = match sale.await {
            Ok(()) => "sold",
            Err(_) => "cut",
        };
        let log = log.lock().expect("no thread panics");
        println!("{millis} ms, {end}: {}", log.join(", "));
    }
}
