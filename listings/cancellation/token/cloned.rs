use std::time::Duration;
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

async fn translate(pages: u32) {
    sleep(Duration::from_millis(200) * pages).await;
}

async fn order(
    start: Instant,
    title: &str,
    pages: u32,
    stop: CancellationToken,
) {
    let done = stop.run_until_cancelled(translate(pages)).await.is_some();
    let how = if done { "translated" } else { "stopped" };
    println!("{:.1}s {title}: {how}", start.elapsed().as_secs_f64());
    // Whoever still helps with this order can stop now.
    stop.cancel();
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let closing = CancellationToken::new();
    tokio::join!(
        order(start, "the menu", 1, closing.clone()),
        order(start, "the novel", 4, closing.clone()),
    );
}
