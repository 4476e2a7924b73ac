use futures::stream::{self, StreamExt};
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn render(page: u32, start: Instant) -> String {
    let begin = start.elapsed().as_secs_f64();
    sleep(Duration::from_millis(800 + 200 * u64::from(page))).await;
    let end = start.elapsed().as_secs_f64();
    format!("page {page}: {begin:.1}s to {end:.1}s")
}

#[tokio::main]
async fn main() {
    let start = Instant::now();

    let jobs = stream::iter(1..=6).map(|page| render(page, start));
    let mut done = jobs.buffer_unordered(2);
    while let Some(report) = done.next().await {
        println!("{report}");
    }

    println!("total {:.1}s", start.elapsed().as_secs_f64());
}
