use futures::future::{join_all, select_all};
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn ask(shop: &str, seconds: f64, start: Instant) -> &str {
    sleep(Duration::from_secs_f64(seconds)).await;
    println!("{:.1}s {shop} answers", start.elapsed().as_secs_f64());
    shop
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let questions = vec![
        Box::pin(ask("Birch", 1.0, start)),
        Box::pin(ask("Maple", 0.5, start)),
        Box::pin(ask("Willow", 3.0, start)),
    ];

    let (first, _, rest) = select_all(questions).await;
    println!("first: {first}, open: {}", rest.len());

    sleep(Duration::from_secs(1)).await;
    println!("{:.1}s compared", start.elapsed().as_secs_f64());
    let others = join_all(rest).await;
    println!(
        "{:.1}s {} more",
        start.elapsed().as_secs_f64(),
        others.len()
    );
}
