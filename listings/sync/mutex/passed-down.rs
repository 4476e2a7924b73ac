use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::sleep;

async fn paint(list: &mut Vec<u32>, painter: &str, size: u32) {
    println!("{painter} paints a doll of size {size}");
    sleep(Duration::from_millis(100)).await;
    list.push(size);
    if size > 1 {
        Box::pin(paint(list, painter, size - 1)).await;
    }
}

async fn paint_all(done: &Mutex<Vec<u32>>, painter: &str, size: u32) {
    let mut list = done.lock().await;
    paint(&mut list, painter, size).await;
}

#[tokio::main]
async fn main() {
    let done = Mutex::new(Vec::new());
    tokio::join!(
        biased;
        paint_all(&done, "Ada", 3),
        paint_all(&done, "Ben", 2),
    );
    println!("all painted: {:?}", done.into_inner());
}
