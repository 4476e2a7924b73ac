use std::time::Duration;
use tokio::time::{Instant, sleep};

const PHOTOS: [(&str, u64); 3] =
    [("harbor", 400), ("garden", 900), ("roof", 600)];

async fn upload(photo: &str, millis: u64) -> String {
    sleep(Duration::from_millis(millis)).await;
    println!("  {photo} uploaded");
    format!("{photo}.jpg")
}

#[tokio::main]
async fn main() {
    println!("spawn, await, spawn, await");
    let start = Instant::now();
    for (photo, millis) in PHOTOS {
        let handle = tokio::spawn(upload(photo, millis));
        handle.await.expect("an upload does not panic");
    }
    println!("  total {:.1}s", start.elapsed().as_secs_f64());

    println!("spawn all, then await");
    let start = Instant::now();
    let mut handles = Vec::new();
    for (photo, millis) in PHOTOS {
        handles.push(tokio::spawn(upload(photo, millis)));
    }
    let mut files = Vec::new();
    for handle in handles {
        files.push(handle.await.expect("an upload does not panic"));
    }
    println!("  {files:?}");
    println!("  total {:.1}s", start.elapsed().as_secs_f64());
}
