use std::time::Duration;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::sleep;

async fn archive(mut wire: broadcast::Receiver<&str>) {
    loop {
        match wire.recv().await {
            Ok(headline) => {
                sleep(Duration::from_millis(500)).await;
                println!("archived: {headline}");
            }
            Err(RecvError::Lagged(missed)) => println!("missed {missed}"),
            Err(RecvError::Closed) => break,
        }
    }
    println!("archive closed");
}

#[tokio::main]
async fn main() {
    let (wire, for_archive) = broadcast::channel(16);
    let archive = tokio::spawn(archive(for_archive));

    wire.send("bridge reopened").expect("the archive listens");
    wire.send("storm on Friday").expect("the archive listens");
    drop(wire);
    println!("newsroom closed");

    archive.await.expect("the archive does not panic");
}
