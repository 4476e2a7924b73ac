use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;
use tokio::time::{Instant, sleep};

#[derive(Default)]
struct Prices {
    known: Mutex<HashMap<String, u32>>,
}

impl Prices {
    fn look_up(&self, item: &str) -> Option<u32> {
        self.known.lock().expect("no panic").get(item).copied()
    }

    async fn get(&self, item: &str) -> u32 {
        if let Some(price) = self.look_up(item) {
            return price;
        }
        let price = fetch(item).await;
        self.known
            .lock()
            .expect("no panic")
            .insert(item.to_string(), price);
        price
    }
}

async fn fetch(item: &str) -> u32 {
    println!("  fetching {item}");
    sleep(Duration::from_secs(1)).await;
    item.len() as u32
}

async fn show(item: &str, at: f64, prices: &Prices) {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(at)).await;
    let price = prices.get(item).await;
    println!("{:.1}s {item}: {price}", start.elapsed().as_secs_f64());
}

#[tokio::main]
async fn main() {
    let prices = Prices::default();
    tokio::join!(
        show("pear", 0.0, &prices),
        show("pear", 0.2, &prices),
        show("melon", 0.4, &prices),
        show("pear", 1.6, &prices),
    );
}
