use std::time::Duration;
use tokio::task::AbortHandle;
use tokio::time::{Instant, sleep};

fn call_later<F>(delay: Duration, callback: F) -> AbortHandle
where
    F: FnOnce() + Send + 'static,
{
    let alarm = sleep(delay);
    let task = tokio::spawn(async move {
        alarm.await;
        callback();
    });
    task.abort_handle()
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    call_later(Duration::from_secs(1), move || {
        println!("{:.1}s tea is ready", start.elapsed().as_secs_f64());
    });
    let reminder = call_later(Duration::from_secs(2), || {
        println!("tea is cold");
    });

    sleep(Duration::from_millis(1_500)).await;
    reminder.abort();
    println!("{:.1}s tea is drunk", start.elapsed().as_secs_f64());
    sleep(Duration::from_secs(1)).await;
    println!("{:.1}s nobody called", start.elapsed().as_secs_f64());
}
