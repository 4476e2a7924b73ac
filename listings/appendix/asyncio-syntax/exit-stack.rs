use futures::FutureExt;
use futures::future::BoxFuture;
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn close(what: &str, start: Instant) {
    sleep(Duration::from_millis(300)).await;
    println!("{:.1}s {what} closed", start.elapsed().as_secs_f64());
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut stack: Vec<BoxFuture<()>> = Vec::new();

    for what in ["door", "oven", "jar"] {
        println!("{what} open");
        stack.push(close(what, start).boxed());
    }
    println!("{:.1}s baking", start.elapsed().as_secs_f64());

    while let Some(close) = stack.pop() {
        close.await;
    }
}
