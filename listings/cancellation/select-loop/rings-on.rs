use std::pin::pin;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

const PATIENCE: u32 = 1_000;

#[tokio::main]
async fn main() {
    let (_tx, mut gate) = mpsc::channel::<&str>(8);

    let mut warning = pin!(sleep(Duration::from_secs(1)));
    let mut rings = 0;
    while rings < PATIENCE {
        tokio::select! {
            Some(name) = gate.recv() => println!("{name} is on board"),
            () = &mut warning => rings += 1,
        }
    }
    println!("rang {rings} times");
}
