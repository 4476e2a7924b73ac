use std::time::Duration;
use tokio::time::{Instant, sleep, timeout, timeout_at};

async fn step(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

#[tokio::main]
async fn main() {
    let steps = [("log in", 600), ("search", 700), ("order", 800)];
    let one_second = Duration::from_secs(1);

    println!("a timeout for each step");
    let start = Instant::now();
    for (name, millis) in steps {
        let result = timeout(one_second, step(millis)).await;
        println!("  {:.1}s {name}: {result:?}", start.elapsed().as_secs_f64());
    }

    println!("one deadline for all steps");
    let start = Instant::now();
    let deadline = start + one_second;
    for (name, millis) in steps {
        let result = timeout_at(deadline, step(millis)).await;
        println!("  {:.1}s {name}: {result:?}", start.elapsed().as_secs_f64());
    }
}
