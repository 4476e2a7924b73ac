use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn ask(restaurant: &str, millis: u64, start: Instant) -> &str {
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
    let alba = ask("Alba", 900, start);
    let brio = ask("Brio", 400, start);

    let first = tokio::select! {
        restaurant = alba => restaurant,
        restaurant = brio => restaurant,
    };
    println!("first: {first}");

    sleep(Duration::from_secs(1)).await;
    println!("{:.1}s: dinner", start.elapsed().as_secs_f64());
}
