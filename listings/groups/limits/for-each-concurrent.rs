use futures::stream::{self, StreamExt};
use std::cell::Cell;
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn water(plant: &str, millis: u64, used: &Cell<u32>) {
    sleep(Duration::from_millis(millis)).await;
    used.set(used.get() + 2);
    println!("{plant} watered, {} litres used", used.get());
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let plants = [("fern", 900), ("palm", 300), ("basil", 400), ("rose", 700)];
    let used = Cell::new(0);

    stream::iter(plants)
        .for_each_concurrent(2, |(plant, millis)| water(plant, millis, &used))
        .await;

    println!("total {:.1}s", start.elapsed().as_secs_f64());
}
