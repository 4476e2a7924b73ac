use std::time::{Duration, Instant};
use tokio::runtime::Handle;
use tokio::task::{spawn_blocking, yield_now};
use tokio::time::{sleep, timeout};

fn nap(name: &str, millis: u64) {
    std::thread::sleep(Duration::from_millis(millis));
    println!("{name} slept {millis} ms");
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let slow = std::thread::spawn(|| nap("slow", 300));
    let named = std::thread::Builder::new().name("named".into()).spawn(|| nap("named", 200));
    let task = tokio::spawn(async {
        sleep(Duration::from_millis(250)).await;
        println!("a task slept 250 ms");
    });
    sleep(Duration::from_millis(100)).await;
    println!("main slept 100 ms");
    task.await.expect("no panic");
    slow.join().expect("no panic");
    named.expect("it starts").join().expect("no panic");
    println!("{:.1}s", start.elapsed().as_secs_f64());

    std::thread::scope(|scope| {
        scope.spawn(|| nap("second", 200));
        scope.spawn(|| nap("first", 100));
    });
    println!("{:.1}s", start.elapsed().as_secs_f64());

    let timed = std::thread::spawn(|| {
        let begin = (Instant::now(), tokio::time::Instant::now());
        nap("timed", 150);
        (begin.0.elapsed().as_millis() / 50, begin.1.elapsed().as_millis() / 50)
    });
    sleep(Duration::from_millis(200)).await;
    println!("{:?} times 50 ms", timed.join().expect("no panic"));

    let handle = Handle::current();
    let waits = spawn_blocking(move || handle.block_on(async { sleep(Duration::from_millis(200)).await }));
    waits.await.expect("no panic");
    println!("{:.1}s", start.elapsed().as_secs_f64());

    let forever = async {
        loop {
            yield_now().await;
        }
    };
    let result: Result<(), _> = timeout(Duration::from_millis(300), forever).await;
    println!("{}", result.is_err());
}
