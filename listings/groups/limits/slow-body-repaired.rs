use futures::stream::{self, StreamExt};
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn download(photo: u64, start: Instant) -> String {
    let begun = start.elapsed().as_secs_f64();
    sleep(Duration::from_millis(1_000)).await;
    let answered = start.elapsed().as_secs_f64();
    sleep(Duration::from_millis(800 + 200 * photo)).await;
    let loaded = start.elapsed().as_secs_f64();
    format!(
        "{photo}: begun {begun:.1} answered {answered:.1} loaded {loaded:.1}"
    )
}

#[tokio::main]
async fn main() {
    let start = Instant::now();

    let downloads =
        stream::iter(1..=4).map(|photo| tokio::spawn(download(photo, start)));
    let mut photos = downloads.buffer_unordered(2);
    while let Some(photo) = photos.next().await {
        // Stands for printing the photo.
        sleep(Duration::from_secs(2)).await;
        let photo = photo.expect("no download panics");
        println!("{photo} printed {:.1}", start.elapsed().as_secs_f64());
    }
}
