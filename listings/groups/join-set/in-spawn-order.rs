use std::time::Duration;
use tokio::time::{Instant, sleep};
use tokio_util::task::JoinQueue;

async fn fetch_part(number: u32, millis: u64) -> String {
    sleep(Duration::from_millis(millis)).await;
    format!("part {number}")
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut film = JoinQueue::new();
    film.spawn(fetch_part(1, 900));
    film.spawn(fetch_part(2, 300));
    film.spawn(fetch_part(3, 1_200));

    while let Some(result) = film.join_next().await {
        let part = result.expect("fetch_part does not panic");
        println!("{:.1}s {part}", start.elapsed().as_secs_f64());
    }
}
