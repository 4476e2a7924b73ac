use std::rc::Rc;
use std::time::Duration;
use tokio::time::sleep;

async fn greet(guest: &str) {
    let name = Rc::new(guest.to_uppercase());
    sleep(Duration::from_millis(100)).await;
    println!("good evening, {name}");
}

#[tokio::main]
async fn main() {
    let waiter = tokio::spawn(greet("ada"));
    waiter.await.expect("greeting does not panic");
}
