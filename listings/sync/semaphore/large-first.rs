use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep};

fn say(start: Instant, what: &str) {
    println!("{:.1}s {what}", start.elapsed().as_secs_f64());
}

async fn load(dock: &Semaphore, start: Instant, who: &str, at: u64, bays: u32) {
    sleep(Duration::from_millis(at)).await;
    let available = dock.available_permits();
    say(start, &format!("{who} asks for {bays} of {available}"));
    let _permit = dock.acquire_many(bays).await.expect("never closed");
    say(start, &format!("{who} loads"));
    sleep(Duration::from_secs(1)).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let dock = Semaphore::new(2);
    tokio::join!(
        load(&dock, start, "a van", 0, 1),
        load(&dock, start, "a truck", 200, 2),
        load(&dock, start, "a bicycle", 400, 1),
    );
}
