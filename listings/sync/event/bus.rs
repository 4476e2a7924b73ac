use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep};

async fn travel(name: &str, at_stop: f64, walks: f64, departure: &Notify) {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(at_stop)).await;
    departure.notified().await;
    sleep(Duration::from_secs_f64(walks)).await;
    println!("{:.1}s {name} is at home", start.elapsed().as_secs_f64());
}

async fn drive(departure: &Notify) {
    for bus in 1..=2 {
        sleep(Duration::from_secs(1)).await;
        println!("bus {bus} leaves");
        departure.notify_waiters();
    }
}

#[tokio::main]
async fn main() {
    let departure = Notify::new();
    tokio::join!(
        drive(&departure),
        travel("Ann", 0.3, 0.4, &departure),
        travel("Bob", 0.6, 0.2, &departure),
        travel("Cleo", 1.2, 0.3, &departure),
    );
}
