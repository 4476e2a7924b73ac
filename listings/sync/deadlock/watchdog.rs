use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep, timeout};

async fn step<F: Future>(who: &str, name: &str, work: F) -> F::Output {
    let start = Instant::now();
    let mut work = pin!(work);
    loop {
        let patience = Duration::from_secs(1);
        if let Ok(output) = timeout(patience, &mut work).await {
            return output;
        }
        let waited = start.elapsed().as_secs_f64();
        println!("  {who}: {name}, {waited:.1}s so far");
    }
}

type Place = Arc<Mutex<u32>>;

async fn carry(who: &str, pause: u64, from: Place, to: Place) {
    let mut from = step(who, "lock where it is", from.lock()).await;
    sleep(Duration::from_millis(pause)).await;
    let mut to = step(who, "lock where it goes", to.lock()).await;
    *from -= 1;
    *to += 1;
}

#[tokio::main]
async fn main() {
    let shelf = Place::new(Mutex::new(9));
    let scales = Place::new(Mutex::new(1));
    tokio::spawn(carry("packer", 300, shelf.clone(), scales.clone()));
    tokio::spawn(carry("tidier", 500, scales, shelf));
    for customer in 1..=3 {
        sleep(Duration::from_millis(900)).await;
        println!("customer {customer} is served");
    }
}
