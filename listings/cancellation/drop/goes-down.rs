use std::time::Duration;
use tokio::time::{sleep, timeout};

struct Trip(&'static str);

impl Drop for Trip {
    fn drop(&mut self) {
        println!("{} is over", self.0);
    }
}

async fn travel(name: &'static str, seconds: u64) {
    let _trip = Trip(name);
    sleep(Duration::from_secs(seconds)).await;
    println!("{name} has arrived");
}

async fn move_house() {
    tokio::spawn(travel("the parcel", 3));
    tokio::join!(travel("the van", 2), travel("the cat", 4));
}

#[tokio::main]
async fn main() {
    let moved = timeout(Duration::from_secs(1), move_house()).await.is_ok();
    println!("moved: {moved}");
    sleep(Duration::from_secs(3)).await;
}
