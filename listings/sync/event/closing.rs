use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

async fn visit(
    name: &str,
    arrives: f64,
    stays: f64,
    closing: CancellationToken,
) {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(arrives)).await;
    let tour = async {
        println!("  {name} looks at pictures");
        sleep(Duration::from_secs_f64(stays)).await;
    };
    let seen_all = closing.run_until_cancelled(tour).await.is_some();
    let left = start.elapsed().as_secs_f64();
    println!("{left:.1}s {name} leaves, has seen all: {seen_all}");
}

#[tokio::main]
async fn main() {
    let closing = CancellationToken::new();
    let mut visitors = JoinSet::new();
    visitors.spawn(visit("Ann", 0.1, 0.5, closing.clone()));
    visitors.spawn(visit("Bob", 0.2, 2.0, closing.clone()));
    visitors.spawn(visit("Cleo", 1.4, 0.5, closing.clone()));

    sleep(Duration::from_secs(1)).await;
    println!("the museum closes");
    closing.cancel();
    visitors.join_all().await;
}
