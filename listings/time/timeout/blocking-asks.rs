use std::thread;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

fn resize_photos(report: oneshot::Sender<u32>) {
    for photo in 1..=3 {
        if report.is_closed() {
            println!("nobody waits for photo {photo}");
            return;
        }
        thread::sleep(Duration::from_millis(200));
        println!("photo {photo} resized");
    }
    // Fails when nobody waits any more: the photos are resized all the same.
    let _ = report.send(3);
}

#[tokio::main]
async fn main() {
    let (report, resized) = oneshot::channel();
    spawn_blocking(|| resize_photos(report));
    let result = timeout(Duration::from_millis(300), resized).await;
    println!("{result:?}");
    println!("main ends");
}
