use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::OnceCell;
use tokio::time::{Instant, sleep};

#[derive(Default)]
struct Prices {
    known: Mutex<HashMap<String, Arc<OnceCell<u32>>>>,
}

impl Prices {
    fn cell(&self, item: &str) -> Arc<OnceCell<u32>> {
        let mut known = self.known.lock().expect("no panic");
        Arc::clone(known.entry(item.to_string()).or_default())
    }

    async fn get(&self, item: &str) -> u32 {
        let cell = self.cell(item);
        *cell.get_or_init(|| fetch(item)).await
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
