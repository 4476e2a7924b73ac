use std::error::Error;
use std::num::ParseIntError;
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn weigh(display: &str, millis: u64) -> Result<u32, ParseIntError> {
    sleep(Duration::from_millis(millis)).await;
    let grams = display.parse()?;
    println!("weighed {grams} g");
    Ok(grams)
}

async fn total() -> Result<u32, Box<dyn Error>> {
    let parcel = tokio::spawn(weigh("12OO", 100));
    let barrel = tokio::spawn(weigh("8300", 300));
    Ok(parcel.await?? + barrel.await??)
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    match total().await {
        Ok(grams) => println!("total: {grams} g"),
        Err(error) => println!("no total: {error}"),
    }
    println!("known after {:.1}s", start.elapsed().as_secs_f64());
    sleep(Duration::from_millis(500)).await;
}
