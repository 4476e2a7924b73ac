use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    let (gate, mut boarding) = mpsc::channel(1);
    let phone = gate.clone();
    tokio::spawn(async move {
        for name in ["Ann", "Ben", "Cleo"] {
            phone.send(name).await.expect("the ferry is here");
        }
    });

    loop {
        tokio::select! {
            Some(name) = boarding.recv() => {
                sleep(Duration::from_millis(200)).await;
                println!("{name} has a ticket");
                gate.send("a bicycle").await.expect("the ferry is here");
            }
            () = sleep(Duration::from_secs(1)) => break,
        }
    }
    println!("the ferry leaves");
}
