use std::time::Duration;
use tokio::time::sleep;

async fn total(prices: &[u32]) -> u32 {
    sleep(Duration::from_millis(300)).await;
    prices.iter().sum()
}

#[tokio::main]
async fn main() {
    let prices = vec![450, 380, 1_200];
    let task = tokio::spawn(async move {
        let sum = total(&prices).await;
        (prices, sum)
    });

    let (prices, cents) = task.await.expect("adding does not panic");
    println!("{} prices, {cents} cents", prices.len());
}
