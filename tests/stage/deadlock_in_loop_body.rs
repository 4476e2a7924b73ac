use futures::StreamExt;
use futures::stream;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::sleep;

async fn ask(lines: &Semaphore, millis: u64) {
    let _line = lines.acquire().await.expect("never closed");
    sleep(Duration::from_millis(millis)).await;
}

#[tokio::main]
async fn main() {
    let lines = Semaphore::new(2);
    let mut answers = stream::iter([100, 600, 100])
        .map(|millis| ask(&lines, millis))
        .buffer_unordered(3);
    while answers.next().await.is_some() {
        // One permit is held by a member, one is reserved for another, and nobody polls either.
        ask(&lines, 100).await;
    }
}
