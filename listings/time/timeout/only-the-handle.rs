use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

async fn send_newsletter(start: Instant) {
    for letter in 1..=4 {
        sleep(Duration::from_millis(300)).await;
        println!("{:.1}s letter {letter}", start.elapsed().as_secs_f64());
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();

    let task = tokio::spawn(send_newsletter(start));
    let result = timeout(Duration::from_millis(700), task).await;
    println!("{:.1}s {result:?}", start.elapsed().as_secs_f64());

    sleep(Duration::from_secs(1)).await;
}
