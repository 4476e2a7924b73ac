use std::cell::RefCell;
use std::time::Duration;
use tokio::time::{sleep, timeout};

type Log = RefCell<Vec<&'static str>>;

async fn step(name: &'static str, millis: u64, log: &Log) {
    sleep(Duration::from_millis(millis)).await;
    log.borrow_mut().push(name);
}

async fn greet(log: &Log) {
    log.borrow_mut().push("greeted");
}

async fn sell(log: &Log) {
    greet(log).await;
    step("paid", 400, log).await;
    step("packed", 400, log).await;
    step("handed over", 400, log).await;
}

#[tokio::main]
async fn main() {
    for millis in [200, 600, 1_000, 1_400] {
        let log = Log::default();
        let limit = Duration::from_millis(millis);
        let end = match timeout(limit, sell(&log)).await {
            Ok(()) => "sold",
            Err(_) => "cut",
        };
        println!("{millis} ms, {end}: {}", log.borrow().join(", "));
    }
}
