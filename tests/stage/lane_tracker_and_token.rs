use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

#[tokio::main]
async fn main() {
    let (tracker, token) = (TaskTracker::new(), CancellationToken::new());
    let waiting = token.clone();
    tracker.spawn(async move {
        waiting.cancelled().await;
        sleep(Duration::from_millis(50)).await;
        println!("cleaned up");
    });
    let running = token.clone();
    tracker.spawn(async move {
        let work = sleep(Duration::from_millis(900));
        println!("{:?}", running.run_until_cancelled(work).await);
    });
    tracker.close();
    sleep(Duration::from_millis(100)).await;
    token.cancel();
    tracker.wait().await;
}
