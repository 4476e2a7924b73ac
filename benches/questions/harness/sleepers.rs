use std::time::Duration;

use tokio::time::sleep;

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let tasks: Vec<_> = (0..1_000).map(|number| tokio::spawn(sleeper(number))).collect();
    for task in tasks {
        task.await.expect("no task panics");
    }
}

async fn sleeper(number: u64) {
    for round in 0..10 {
        sleep(Duration::from_millis(1 + (number * 7 + round * 3) % 50)).await;
    }
}
