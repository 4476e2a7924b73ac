use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

async fn dine(arrives: f64, stays: f64, guests: &watch::Sender<u32>) {
    sleep(Duration::from_secs_f64(arrives)).await;
    guests.send_modify(|n| *n += 1);
    sleep(Duration::from_secs_f64(stays)).await;
    guests.send_modify(|n| *n -= 1);
}

async fn close_up(guests: &watch::Sender<u32>) {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(1.0)).await;
    println!("door closed, {} guests inside", *guests.borrow());

    let mut count = guests.subscribe();
    count.wait_for(|n| *n == 0).await.expect("the sender stays");
    println!("{:.1}s the lights go out", start.elapsed().as_secs_f64());
}

#[tokio::main]
async fn main() {
    let guests = watch::Sender::new(0);
    tokio::join!(
        close_up(&guests),
        dine(0.1, 0.6, &guests),
        dine(0.4, 1.3, &guests),
        dine(0.6, 0.8, &guests),
    );
}
