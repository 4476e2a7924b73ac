use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

async fn pump(tank: watch::Sender<u32>, millis: u64) {
    for _ in 0..3 {
        sleep(Duration::from_millis(millis)).await;
        tank.send_modify(|liters| *liters += 50);
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tank, mut gauge) = watch::channel(0);
    tokio::spawn(pump(tank.clone(), 300));
    tokio::spawn(pump(tank, 400));

    while gauge.changed().await.is_ok() {
        let liters = *gauge.borrow_and_update();
        println!("{:.1}s: {liters} liters", start.elapsed().as_secs_f64());
    }
    println!("both pumps are done");
}
