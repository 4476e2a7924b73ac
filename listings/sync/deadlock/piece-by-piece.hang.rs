use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::sleep;

async fn paint(rollers: &Semaphore, room: &str) {
    let _walls = rollers.acquire().await.expect("never closed");
    sleep(Duration::from_millis(100)).await;
    let _ceiling = rollers.acquire().await.expect("never closed");
    println!("the {room} is painted");
}

#[tokio::main]
async fn main() {
    let rollers = Semaphore::new(2);
    tokio::join!(paint(&rollers, "hall"), paint(&rollers, "attic"));
}
