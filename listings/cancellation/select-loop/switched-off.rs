use std::pin::pin;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

async fn refuel() -> u32 {
    sleep(Duration::from_millis(800)).await;
    2_000
}

async fn arrivals(gate: mpsc::Sender<&str>) {
    for name in ["Ann", "Ben", "Cleo"] {
        sleep(Duration::from_millis(600)).await;
        if gate.send(name).await.is_err() {
            return;
        }
    }
}

#[tokio::main]
async fn main() {
    let (tx, mut gate) = mpsc::channel(8);
    tokio::spawn(arrivals(tx));

    let mut refuelling = pin!(refuel());
    let mut refuelled = false;
    loop {
        tokio::select! {
            boarding = gate.recv() => match boarding {
                Some(name) => println!("{name} is on board"),
                None => break,
            },
            fuel = &mut refuelling, if !refuelled => {
                println!("{fuel} litres");
                refuelled = true;
            }
        }
    }
    println!("the ferry leaves");
}
