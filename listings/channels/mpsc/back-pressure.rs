use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

async fn camera(pictures: mpsc::Sender<u32>, start: Instant) {
    for number in 1..=6 {
        pictures.send(number).await.expect("the archive is open");
        let now = start.elapsed().as_secs_f64();
        println!("{now:.1}s camera: picture {number} is in the queue");
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, mut rx) = mpsc::channel(2);
    tokio::spawn(camera(tx, start));

    while let Some(number) = rx.recv().await {
        sleep(Duration::from_secs_f64(0.5)).await;
        let now = start.elapsed().as_secs_f64();
        println!("{now:.1}s archive: picture {number} is stored");
    }
}
