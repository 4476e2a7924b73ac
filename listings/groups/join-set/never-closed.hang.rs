use std::time::Duration;
use tokio::time::sleep;
use tokio_util::task::TaskTracker;

async fn wash(table: u32) {
    sleep(Duration::from_millis(300)).await;
    println!("dishes of table {table} washed");
}

#[tokio::main]
async fn main() {
    let kitchen = TaskTracker::new();
    kitchen.spawn(wash(1));
    kitchen.wait().await;
    println!("all done");
}
