use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::sleep;

async fn measure(log: Arc<Mutex<Vec<f64>>>) {
    let mut log = log.lock().expect("nobody panics");
    sleep(Duration::from_millis(100)).await;
    log.push(21.5);
}

#[tokio::main]
async fn main() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let attic = tokio::spawn(measure(log.clone()));
    measure(log).await;
    attic.await.expect("it does not panic");
}
