use futures::StreamExt;
use futures::stream::FuturesUnordered;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

async fn ask(copy: &str, millis: u64) -> &str {
    println!("  {copy} sent");
    sleep(Duration::from_millis(millis)).await;
    copy
}

async fn hedged(first_millis: u64, second_millis: u64) -> &'static str {
    let mut copies = FuturesUnordered::new();
    copies.push(ask("first copy", first_millis));
    let patience = Duration::from_millis(200);
    if let Ok(Some(answer)) = timeout(patience, copies.next()).await {
        return answer;
    }
    copies.push(ask("second copy", second_millis));
    copies.next().await.expect("both copies are in it")
}

#[tokio::main]
async fn main() {
    for (first, second) in [(100, 100), (2_000, 100), (400, 500)] {
        println!("{first} ms and {second} ms");
        let start = Instant::now();
        let answer = hedged(first, second).await;
        println!("  {:.1}s {answer} wins", start.elapsed().as_secs_f64());
    }
}
