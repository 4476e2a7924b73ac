use std::thread;
use std::time::{Duration, Instant};

use tokio::runtime::Builder;
use tokio::task::spawn_blocking;
use tokio::time::{advance, pause, resume, sleep, sleep_until};

fn main() {
    // Before, between and after runtimes.
    let start = Instant::now();
    for _ in 0..2 {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async { sleep(Duration::from_secs(1)).await });
        println!("{:.0}s", start.elapsed().as_secs_f64());
    }
    Builder::new_multi_thread().enable_all().build().expect("a runtime").block_on(inside(start));

    // Without a runtime it is as real as `thread::sleep`.
    let start = Instant::now();
    thread::sleep(Duration::from_millis(20));
    assert!(start.elapsed() >= Duration::from_millis(20));
}

async fn inside(before: Instant) {
    let start = Instant::now();
    let passed = || start.elapsed();
    println!("{:.0}s", (start - before).as_secs_f64());
    sleep(Duration::from_millis(250)).await;
    println!("{:?} after a sleep", passed());
    thread::sleep(Duration::from_millis(250));
    println!("{:?} after blocking", passed());
    sleep_until((start + Duration::from_secs(1)).into()).await;
    println!("{:?} at an instant", passed());
    let closure = spawn_blocking(move || {
        thread::sleep(Duration::from_secs(1));
        start.elapsed()
    });
    println!("{:?} in a closure", closure.await.expect("no panic"));
    let equal = Instant::from(tokio::time::Instant::now()) == Instant::now();
    println!("equal to Tokio's: {equal}");

    // Whoever pauses Tokio's clock sees the two part.
    pause();
    advance(Duration::from_secs(60)).await;
    let paused = passed();
    resume();
    let resumed = passed();
    sleep(Duration::from_secs(1)).await;
    println!("{:.0}s before and {:.0}s after", paused.as_secs_f64(), (passed() - resumed).as_secs_f64());
}
