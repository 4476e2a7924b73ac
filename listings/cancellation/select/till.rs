use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{interval, sleep};

async fn till(
    mut payments: mpsc::Receiver<u32>,
    mut key: oneshot::Receiver<()>,
) -> u32 {
    let mut total = 0;
    let mut report = interval(Duration::from_secs(1));
    loop {
        tokio::select! {
            biased;
            _ = &mut key => return total,
            _ = report.tick() => println!("total: {total}"),
            Some(amount) = payments.recv() => total += amount,
        }
    }
}

#[tokio::main]
async fn main() {
    let (pay, payments) = mpsc::channel(8);
    let (turn, key) = oneshot::channel();
    let till = tokio::spawn(till(payments, key));

    for amount in [12, 30, 8] {
        sleep(Duration::from_millis(700)).await;
        pay.send(amount).await.expect("the till is open");
    }
    sleep(Duration::from_millis(500)).await;
    turn.send(()).expect("the till is open");
    let _too_late = pay.send(99).await;

    println!("closed at {}", till.await.expect("the till does not panic"));
}
