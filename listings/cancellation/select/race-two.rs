use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn ask(restaurant: &str, millis: u64) -> String {
    sleep(Duration::from_millis(millis)).await;
    println!("{restaurant} answers");
    format!("a table at {restaurant}")
}

#[tokio::main]
async fn main() {
    let start = Instant::now();

    let table = tokio::select! {
        table = ask("Alba", 900) => table,
        table = ask("Brio", 400) => table,
    };

    println!("{:.1}s: {table}", start.elapsed().as_secs_f64());
}
