use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

async fn serve(guest: &str, millis: u64, start: Instant) {
    sleep(Duration::from_millis(millis)).await;
    println!("{:.1}s {guest} has eaten", start.elapsed().as_secs_f64());
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut guests = JoinSet::new();
    guests.spawn(serve("Ann", 600, start));
    guests.spawn(serve("Bob", 1_500, start));
    guests.spawn(serve("Cleo", 9_000, start));

    sleep(Duration::from_secs(1)).await;
    println!("{:.1}s closing", start.elapsed().as_secs_f64());
    let all_gone = async { while guests.join_next().await.is_some() {} };
    let grace = Duration::from_secs(1);
    if timeout(grace, all_gone).await.is_err() {
        let at = start.elapsed().as_secs_f64();
        println!("{at:.1}s {} must leave now", guests.len());
        guests.shutdown().await;
    }
    println!("{:.1}s closed", start.elapsed().as_secs_f64());
}
