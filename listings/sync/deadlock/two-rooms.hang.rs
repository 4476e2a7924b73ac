use futures::future::join_all;
use std::time::Duration;
use tokio::sync::{Barrier, Semaphore};
use tokio::time::sleep;

async fn play(rooms: &Semaphore, start: &Barrier, name: &str, tuning: u64) {
    let _room = rooms.acquire().await.expect("never closed");
    sleep(Duration::from_millis(tuning)).await;
    println!("{name} has tuned");
    start.wait().await;
}

#[tokio::main]
async fn main() {
    let rooms = Semaphore::new(2);
    let start = Barrier::new(3);
    let players = [("Ute", 100), ("Max", 300), ("Kim", 400)];
    let trio = players.map(|(name, tuning)| play(&rooms, &start, name, tuning));
    join_all(trio).await;
    println!("the trio plays");
}
