use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn ask(
    restaurant: &'static str,
    millis: u64,
    start: Instant,
) -> &'static str {
    sleep(Duration::from_millis(millis)).await;
    println!(
        "{:.1}s: {restaurant} answers",
        start.elapsed().as_secs_f64()
    );
    restaurant
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut alba = tokio::spawn(ask("Alba", 900, start));
    let mut brio = tokio::spawn(ask("Brio", 400, start));

    let first = tokio::select! {
        restaurant = &mut alba => restaurant,
        restaurant = &mut brio => restaurant,
    };
    println!("first: {}", first.expect("no task panics"));

    sleep(Duration::from_secs(1)).await;
    println!("{:.1}s: dinner", start.elapsed().as_secs_f64());
}
