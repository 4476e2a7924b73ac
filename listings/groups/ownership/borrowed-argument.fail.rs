async fn total(prices: &[u32]) -> u32 {
    prices.iter().sum()
}

#[tokio::main]
async fn main() {
    let prices = vec![450, 380, 1_200];
    println!("here: {}", total(&prices).await);

    let task = tokio::spawn(total(&prices));
    println!("task: {}", task.await.expect("adding does not panic"));
}
