use std::time::Duration;
use tokio::time::{Instant, sleep};
use tokio_util::task::TaskTracker;

async fn serve(table: u32, kitchen: TaskTracker) {
    sleep(Duration::from_millis(100)).await;
    println!("table {table} served");
    kitchen.spawn(wash(table));
}

async fn wash(table: u32) {
    sleep(Duration::from_millis(300)).await;
    println!("dishes of table {table} washed");
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let kitchen = TaskTracker::new();
    kitchen.spawn(serve(1, kitchen.clone()));
    kitchen.close();
    kitchen.wait().await;
    println!("all done after {:.1}s", start.elapsed().as_secs_f64());

    let terrace = TaskTracker::new();
    terrace.spawn(wash(2));
    drop(terrace);
    println!("tracker dropped");
    sleep(Duration::from_millis(500)).await;
}
