use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::{Instant, sleep};

async fn card_terminal(approval: oneshot::Sender<u32>, start: Instant) {
    sleep(Duration::from_secs_f64(0.8)).await;
    approval.send(4711).expect("the shop waits for it");
    sleep(Duration::from_secs_f64(0.7)).await;
    let now = start.elapsed().as_secs_f64();
    println!("{now:.1}s terminal: receipt printed");
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, rx) = oneshot::channel();
    let terminal = tokio::spawn(card_terminal(tx, start));

    let code = rx.await.expect("the terminal always answers");
    let now = start.elapsed().as_secs_f64();
    println!("{now:.1}s shop: approved with code {code}, pack the goods");

    terminal.await.expect("the terminal does not panic");
}
