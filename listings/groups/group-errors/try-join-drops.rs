use futures::future::try_join_all;
use std::time::Duration;
use tokio::time::{Instant, sleep};

struct Request(&'static str);

impl Drop for Request {
    fn drop(&mut self) {
        println!("{}: request closed", self.0);
    }
}

async fn book(item: &'static str, millis: u64) -> Result<String, String> {
    let _request = Request(item);
    sleep(Duration::from_millis(millis)).await;
    match item {
        "hotel" => Err("no hotel free".to_string()),
        _ => Ok(format!("{item} booked")),
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();

    let bookings =
        vec![book("car", 300), book("hotel", 500), book("flight", 1_000)];
    let trip: Result<Vec<String>, String> = try_join_all(bookings).await;

    println!("{:.1}s {trip:?}", start.elapsed().as_secs_f64());
}
