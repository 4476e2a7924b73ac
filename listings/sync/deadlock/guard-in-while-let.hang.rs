use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::sleep;

type Queue = Arc<Mutex<VecDeque<&'static str>>>;

async fn wash(car: &str, queue: Queue) {
    sleep(Duration::from_millis(300)).await;
    let waiting = queue.lock().await.len();
    println!("the {car} is clean, {waiting} waiting");
}

#[tokio::main]
async fn main() {
    let cars = VecDeque::from(["taxi", "van"]);
    let queue = Arc::new(Mutex::new(cars));

    while let Some(car) = queue.lock().await.pop_front() {
        println!("the {car} drives in");
        let washing = tokio::spawn(wash(car, queue.clone()));
        washing.await.expect("washing does not panic");
    }
    println!("no more cars");
}
