use std::time::Duration;
use tokio::sync::RwLock;
use tokio::time::{Instant, sleep};

fn say(start: Instant, what: &str) {
    println!("{:.1}s {what}", start.elapsed().as_secs_f64());
}

async fn read(page: &RwLock<u32>, start: Instant, name: &str, comes: u64) {
    sleep(Duration::from_millis(comes)).await;
    let at_once = page.try_read().is_ok();
    say(
        start,
        &format!("{name} comes, try_read succeeds: {at_once}"),
    );
    let version = page.read().await;
    say(start, &format!("{name} reads version {}", *version));
    sleep(Duration::from_millis(600)).await;
}

async fn edit(page: &RwLock<u32>, start: Instant, comes: u64) {
    sleep(Duration::from_millis(comes)).await;
    say(start, "the editor comes");
    let mut version = page.write().await;
    say(start, "the editor writes");
    sleep(Duration::from_millis(200)).await;
    *version += 1;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let page = RwLock::new(1);
    tokio::join!(
        read(&page, start, "Ada", 0),
        edit(&page, start, 200),
        read(&page, start, "Ben", 400),
        read(&page, start, "Cleo", 1_000),
    );
}
