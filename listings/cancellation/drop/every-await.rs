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
    let log = Log::default();
    let end = match tokio::spawn(sell(log.clone())).await {
        Ok(()) => "sold",
        Err(_) => "cut",
    };
    let log = log.lock().expect("no thread panics");
    println!("{end}: {}", log.join(", "));
}
