use futures::future::try_join_all;
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn book(item: &str, millis: u64) -> Result<&str, String> {
    sleep(Duration::from_millis(millis)).await;
    match item {
        "hotel" => Err("no hotel free".to_string()),
        _ => Ok(item),
    }
}

#[tokio::main]
async fn main() {
    let days = [vec![("flight", 1_000)], vec![("hotel", 500), ("car", 300)]];

    println!("iterator");
    let start = Instant::now();
    let items = days.iter().flatten();
    let bookings = items.map(|(item, millis)| book(item, *millis));
    let trip = try_join_all(bookings).await;
    println!("  {:.1}s {trip:?}", start.elapsed().as_secs_f64());

    println!("Vec");
    let start = Instant::now();
    let items = days.iter().flatten();
    let bookings = items.map(|(item, millis)| book(item, *millis));
    let trip = try_join_all(bookings.collect::<Vec<_>>()).await;
    println!("  {:.1}s {trip:?}", start.elapsed().as_secs_f64());
}
