use std::sync::mpsc;
use std::thread::{self, ThreadId};
use std::time::Duration;
use tokio::time::sleep;

async fn measure() -> (ThreadId, ThreadId) {
    let before = thread::current().id();
    sleep(Duration::from_millis(100)).await;
    (before, thread::current().id())
}

#[tokio::main(worker_threads = 2)]
async fn main() {
    let station = tokio::spawn(async {
        let (done, wait) = mpsc::channel::<()>();
        // Holds, once this task waits, the worker on which it has begun.
        tokio::spawn(async move { wait.recv() });
        let measured = tokio::join!(measure(), measure());
        drop(done);
        measured
    });
    let (wind, rain) = station.await.expect("measuring does not panic");

    println!("before the await, one thread: {}", wind.0 == rain.0);
    println!("after the await, one thread: {}", wind.1 == rain.1);
    println!("the same as before: {}", wind.0 == wind.1);
}
