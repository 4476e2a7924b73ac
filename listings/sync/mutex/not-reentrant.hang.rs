use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::sleep;

async fn paint(done: &Mutex<Vec<u32>>, painter: &str, size: u32) {
    let mut list = done.lock().await;
    println!("{painter} paints a doll of size {size}");
    sleep(Duration::from_millis(100)).await;
    list.push(size);
    if size > 1 {
        Box::pin(paint(done, painter, size - 1)).await;
    }
}

#[tokio::main]
async fn main() {
    let done = Mutex::new(Vec::new());
    tokio::join!(
        biased;
        paint(&done, "Ada", 3),
        paint(&done, "Ben", 2),
    );
    println!("all painted");
}
