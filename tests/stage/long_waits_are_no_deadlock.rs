use std::time::Duration;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    sleep(Duration::from_secs(60 * 60 * 24 * 30)).await;
    println!("a month later");
    let answer = tokio::task::spawn_blocking(|| {
        std::thread::sleep(Duration::from_millis(50));
        42
    });
    println!("{}", answer.await.unwrap());
}
