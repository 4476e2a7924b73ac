use std::time::Duration;
use tokio::time::interval;

async fn poll_mailbox(polls_per_second: u64) {
    let mut ticks = interval(Duration::from_secs(1 / polls_per_second));
    ticks.tick().await;
    println!("{polls_per_second} per second: mailbox empty");
}

#[tokio::main]
async fn main() {
    poll_mailbox(1).await;
    poll_mailbox(2).await;
}
