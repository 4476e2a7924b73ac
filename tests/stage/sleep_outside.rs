use std::thread;
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::time::{Instant, sleep};

const HOUR: Duration = Duration::from_secs(3_600);

fn main() {
    // Would take hours in reality.
    thread::sleep(HOUR);
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let start = runtime.block_on(async { Instant::now() });
    let task = runtime.spawn(async move {
        for _ in 0..3 {
            sleep(2 * HOUR).await;
            println!("task: {} h", start.elapsed().as_secs() / 3_600);
        }
    });
    runtime.block_on(async { sleep(HOUR).await });
    println!("sleeps outside");
    thread::sleep(4 * HOUR);
    println!("slept");
    runtime.block_on(task).unwrap();
    // What another thread does takes real time.
    let other = thread::spawn(|| thread::sleep(Duration::from_millis(200)));
    thread::sleep(Duration::from_millis(300));
    println!("the other thread has ended: {}", other.is_finished());
}
