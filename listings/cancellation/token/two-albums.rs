use std::time::Duration;
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

async fn download(
    song: &str,
    millis: u64,
    start: Instant,
    stop: CancellationToken,
) {
    let fetching = sleep(Duration::from_millis(millis));
    if stop.run_until_cancelled(fetching).await.is_none() {
        sleep(Duration::from_millis(millis / 10)).await;
        println!("{:.1}s {song}: removed", start.elapsed().as_secs_f64());
        return;
    }
    println!("{:.1}s {song}: complete", start.elapsed().as_secs_f64());
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let all = CancellationToken::new();
    let (jazz, folk) = (all.child_token(), all.child_token());

    let songs = TaskTracker::new();
    songs.spawn(download("jazz 1", 500, start, jazz.child_token()));
    songs.spawn(download("jazz 2", 2_000, start, jazz.child_token()));
    songs.spawn(download("jazz 3", 3_000, start, jazz.child_token()));
    songs.spawn(download("folk 1", 1_700, start, folk.child_token()));
    songs.spawn(download("folk 2", 4_000, start, folk.child_token()));
    songs.close();

    sleep(Duration::from_secs(1)).await;
    println!("{:.1}s no more jazz", start.elapsed().as_secs_f64());
    jazz.cancel();
    sleep(Duration::from_secs(1)).await;
    println!("{:.1}s no more music", start.elapsed().as_secs_f64());
    all.cancel();
    songs.wait().await;
}
