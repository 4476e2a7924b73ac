use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::task::AbortOnDropHandle;

async fn send_newsletter(start: Instant) {
    for letter in 1..=4 {
        sleep(Duration::from_millis(300)).await;
        println!("  {:.1}s letter {letter}", start.elapsed().as_secs_f64());
    }
}

#[tokio::main]
async fn main() {
    let limit = Duration::from_millis(700);

    println!("the timeout inside the task");
    let start = Instant::now();
    let task = tokio::spawn(timeout(limit, send_newsletter(start)));
    let result = task.await.expect("it does not panic");
    println!("  {:.1}s {result:?}", start.elapsed().as_secs_f64());

    println!("a handle that aborts when it is dropped");
    let start = Instant::now();
    let task = tokio::spawn(send_newsletter(start));
    let result = timeout(limit, AbortOnDropHandle::new(task)).await;
    println!("  {:.1}s {result:?}", start.elapsed().as_secs_f64());

    println!("the handle, kept");
    let start = Instant::now();
    let mut task = tokio::spawn(send_newsletter(start));
    if timeout(limit, &mut task).await.is_err() {
        task.abort();
        let error = task.await.expect_err("it waits when it is aborted");
        let at = start.elapsed().as_secs_f64();
        println!("  {at:.1}s cancelled: {}", error.is_cancelled());
    }

    sleep(Duration::from_secs(1)).await;
}
