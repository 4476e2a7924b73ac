use std::thread;
use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

fn resize_photos() {
    for photo in 1..=3 {
        thread::sleep(Duration::from_millis(200));
        println!("photo {photo} resized");
    }
}

#[tokio::main]
async fn main() {
    let work = spawn_blocking(resize_photos);
    let result = timeout(Duration::from_millis(300), work).await;
    println!("{result:?}");
    println!("main ends");
}
