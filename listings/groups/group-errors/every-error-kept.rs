use std::time::Duration;
use tokio::task::JoinSet;
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
        "car" | "hotel" => Err(format!("no {item} free")),
        _ => Ok(format!("{item} booked")),
    }
}

async fn book_trip() -> Result<Vec<String>, Vec<String>> {
    let mut bookings = JoinSet::new();
    bookings.spawn(book("car", 300));
    bookings.spawn(book("hotel", 500));
    bookings.spawn(book("flight", 1_000));

    // Meanwhile, this function has work of its own.
    sleep(Duration::from_millis(800)).await;

    let mut booked = Vec::new();
    let mut errors = Vec::new();
    while let Some(joined) = bookings.join_next().await {
        match joined {
            Ok(Ok(booking)) => booked.push(booking),
            Ok(Err(error)) => {
                errors.push(error);
                bookings.abort_all();
            }
            Err(stopped) => assert!(stopped.is_cancelled()),
        }
    }
    if errors.is_empty() {
        Ok(booked)
    } else {
        Err(errors)
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let trip = book_trip().await;
    println!("{:.1}s {trip:?}", start.elapsed().as_secs_f64());
}
