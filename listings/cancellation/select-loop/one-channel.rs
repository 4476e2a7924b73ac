use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

enum Event {
    Boarded(&'static str),
    Refuelled(u32),
    Departure,
}

async fn arrivals(events: mpsc::Sender<Event>) {
    for name in ["Ann", "Ben", "Cleo", "Dan"] {
        sleep(Duration::from_millis(600)).await;
        let _ = events.send(Event::Boarded(name)).await;
    }
}

async fn refuel(events: mpsc::Sender<Event>) {
    sleep(Duration::from_millis(800)).await;
    let _ = events.send(Event::Refuelled(2_000)).await;
}

async fn clock(events: mpsc::Sender<Event>) {
    sleep(Duration::from_secs(2)).await;
    let _ = events.send(Event::Departure).await;
}

#[tokio::main]
async fn main() {
    let (tx, mut events) = mpsc::channel(8);
    tokio::spawn(arrivals(tx.clone()));
    tokio::spawn(refuel(tx.clone()));
    tokio::spawn(clock(tx));

    while let Some(event) = events.recv().await {
        match event {
            Event::Boarded(name) => println!("{name} is on board"),
            Event::Refuelled(litres) => println!("{litres} litres"),
            Event::Departure => break,
        }
    }
    println!("the ferry leaves");
}
