use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn charge_card() -> Result<u32, String> {
    sleep(Duration::from_millis(500)).await;
    Err("card declined".to_string())
}

async fn reserve_stock() -> Result<u32, String> {
    println!("  reserving");
    sleep(Duration::from_millis(1_000)).await;
    println!("  reserved");
    Ok(2)
}

#[tokio::main]
async fn main() {
    println!("join!");
    let start = Instant::now();
    let both = tokio::join!(charge_card(), reserve_stock());
    println!("  after {:.1}s: {both:?}", start.elapsed().as_secs_f64());

    println!("try_join!");
    let start = Instant::now();
    let both = tokio::try_join!(charge_card(), reserve_stock());
    println!("  after {:.1}s: {both:?}", start.elapsed().as_secs_f64());

    sleep(Duration::from_millis(1_500)).await;
    println!("closing at {:.1}s", start.elapsed().as_secs_f64());
}
