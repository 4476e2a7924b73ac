use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

const LINES: u32 = 50_000;

#[tokio::main]
async fn main() {
    let (tx, mut rx) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        for number in 1..=LINES {
            tx.send(number).expect("the log is open");
        }
    });
    sleep(Duration::from_secs_f64(0.5)).await;
    println!("unbounded: {} lines in the queue", rx.len());
    let mut written = 0;
    while rx.recv().await.is_some() {
        written += 1;
    }
    println!("unbounded: {written} lines written");

    let (tx, mut rx) = mpsc::channel(100);
    tokio::spawn(async move {
        for number in 1..=LINES {
            tx.send(number).await.expect("the log is open");
        }
    });
    sleep(Duration::from_secs_f64(0.5)).await;
    println!("bounded: {} lines in the queue", rx.len());
    let mut written = 0;
    while rx.recv().await.is_some() {
        written += 1;
    }
    println!("bounded: {written} lines written");
}
