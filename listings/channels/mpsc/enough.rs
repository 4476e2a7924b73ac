use std::time::Duration;
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::SendError;
use tokio::time::sleep;

async fn baker(cakes: mpsc::Sender<u32>) -> u32 {
    let mut number = 1;
    loop {
        match cakes.send(number).await {
            Ok(()) => number += 1,
            Err(SendError(unsent)) => return unsent,
        }
    }
}

#[tokio::main]
async fn main() {
    let (tx, mut rx) = mpsc::channel(2);
    let baker = tokio::spawn(baker(tx));

    for _ in 0..3 {
        let cake = rx.recv().await.expect("the baker never stops");
        println!("sold cake {cake}");
        sleep(Duration::from_secs_f64(0.5)).await;
    }
    rx.close();
    while let Some(cake) = rx.recv().await {
        println!("closed, took in cake {cake}");
    }
    let unsent = baker.await.expect("the baker does not panic");
    println!("closed, cake {unsent} stays with the baker");
}
