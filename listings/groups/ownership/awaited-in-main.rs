use std::rc::Rc;
use std::time::Duration;
use tokio::task;
use tokio::time::sleep;

async fn greet(guest: &str) {
    let name = Rc::new(guest.to_uppercase());
    sleep(Duration::from_millis(100)).await;
    println!("good evening, {name}");
}

#[tokio::main]
async fn main() {
    greet("ada").await;
    println!("main is a spawned task: {}", task::try_id().is_some());

    let block = tokio::spawn(async { task::try_id().is_some() });
    let is_spawned = block.await.expect("the block does not panic");
    println!("the block is a spawned task: {is_spawned}");
}
