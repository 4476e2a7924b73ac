use std::time::Duration;
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

async fn serve(guest: u32, start: Instant) {
    sleep(Duration::from_millis(500)).await;
    println!("{:.1}s guest {guest} served", start.elapsed().as_secs_f64());
}

async fn open_door(
    guests: TaskTracker,
    start: Instant,
    closing: CancellationToken,
) {
    let arrivals = async {
        for guest in 1.. {
            sleep(Duration::from_millis(300)).await;
            guests.spawn(serve(guest, start));
        }
    };
    closing.run_until_cancelled(arrivals).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let closing = CancellationToken::new();
    let guests = TaskTracker::new();
    let door = tokio::spawn(open_door(guests.clone(), start, closing.clone()));

    sleep(Duration::from_secs(1)).await;
    println!("{:.1}s closing", start.elapsed().as_secs_f64());
    closing.cancel();
    door.await.expect("the door does not panic");
    guests.close();
    guests.wait().await;
    println!("{:.1}s closed", start.elapsed().as_secs_f64());
}
