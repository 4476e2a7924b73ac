use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

async fn run(warm_up: f64, ready: watch::Sender<u32>) -> String {
    let start = Instant::now();
    let mut line = ready.subscribe();
    sleep(Duration::from_secs_f64(warm_up)).await;
    ready.send_modify(|runners| *runners += 1);
    line.wait_for(|runners| *runners >= 3)
        .await
        .expect("this task holds a sender");
    format!(
        "warm after {warm_up:.1}s, off at {:.1}s",
        start.elapsed().as_secs_f64()
    )
}

#[tokio::main]
async fn main() {
    let ready = watch::Sender::new(0);
    let mut runners = JoinSet::new();
    for warm_up in [0.4, 1.2, 0.7] {
        runners.spawn(run(warm_up, ready.clone()));
    }
    let mut log = runners.join_all().await;
    log.sort();
    println!("{}", log.join("\n"));
}
