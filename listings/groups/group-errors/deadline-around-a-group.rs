use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

struct Request(&'static str);

impl Drop for Request {
    fn drop(&mut self) {
        println!("  {}: request closed", self.0);
    }
}

async fn book(item: &'static str, millis: u64) -> String {
    let _request = Request(item);
    sleep(Duration::from_millis(millis)).await;
    format!("{item} booked")
}

async fn join(bookings: &mut JoinSet<String>) {
    while let Some(joined) = bookings.join_next().await {
        println!("  {}", joined.expect("no booking panics"));
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let deadline = Duration::from_millis(700);

    println!("the set is dropped");
    let trip = timeout(deadline, async {
        let mut bookings = JoinSet::new();
        bookings.spawn(book("train", 500));
        bookings.spawn(book("ferry", 1_000));
        join(&mut bookings).await;
    })
    .await;
    println!("  in time: {}", trip.is_ok());
    sleep(Duration::from_millis(200)).await;

    println!("the set is kept, and shut down");
    let mut bookings = JoinSet::new();
    bookings.spawn(book("train", 500));
    bookings.spawn(book("ferry", 1_000));
    let trip = timeout(deadline, join(&mut bookings)).await;
    bookings.shutdown().await;
    println!("  in time: {}", trip.is_ok());
}
