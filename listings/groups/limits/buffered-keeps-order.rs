use futures::stream::{self, StreamExt};
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn fetch(chapter: u32, seconds: f64) -> u32 {
    sleep(Duration::from_secs_f64(seconds)).await;
    chapter
}

#[tokio::main]
async fn main() {
    let book = [(1, 2.0), (2, 0.5), (3, 0.5), (4, 0.5)];

    println!("buffered(2)");
    let start = Instant::now();
    let jobs = stream::iter(book).map(|(n, seconds)| fetch(n, seconds));
    let mut chapters = jobs.buffered(2);
    while let Some(chapter) = chapters.next().await {
        println!("  {:.1}s chapter {chapter}", start.elapsed().as_secs_f64());
    }

    println!("buffer_unordered(2)");
    let start = Instant::now();
    let jobs = stream::iter(book).map(|(n, seconds)| fetch(n, seconds));
    let mut chapters = jobs.buffer_unordered(2);
    while let Some(chapter) = chapters.next().await {
        println!("  {:.1}s chapter {chapter}", start.elapsed().as_secs_f64());
    }
}
