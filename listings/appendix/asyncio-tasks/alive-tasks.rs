use std::time::Duration;
use tokio::runtime::Handle;
use tokio::task;
use tokio::time::sleep;

async fn deliver(seconds: u64) -> task::Id {
    sleep(Duration::from_secs(seconds)).await;
    task::id()
}

#[tokio::main]
async fn main() {
    println!("main is a task: {}", task::try_id().is_some());

    let letter = tokio::spawn(deliver(1));
    let outside = letter.id();
    tokio::spawn(deliver(2));

    sleep(Duration::from_millis(500)).await;
    for _ in 0..3 {
        println!("alive: {}", Handle::current().metrics().num_alive_tasks());
        sleep(Duration::from_secs(1)).await;
    }

    let inside = letter.await.expect("a delivery does not panic");
    println!("the same task: {}", inside == outside);
}
