// What blocks in place waits for another task, in a way that the stage does not know.

use std::sync::mpsc;
use std::time::Duration;
use tokio::task::{block_in_place, spawn};
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    let (sender, receiver) = mpsc::channel();
    spawn(async move {
        sleep(Duration::from_millis(50)).await;
        sender.send(3).unwrap();
    });
    println!("{}", block_in_place(|| receiver.recv().unwrap()));
    let (sender, receiver) = mpsc::channel();
    let waits = spawn(async move { block_in_place(|| receiver.recv().unwrap()) });
    sleep(Duration::from_millis(200)).await;
    sender.send(4).unwrap();
    println!("{}", waits.await.unwrap());
}
