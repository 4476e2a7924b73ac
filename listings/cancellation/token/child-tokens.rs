use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

async fn light(room: &str, dims: u64, start: Instant, off: CancellationToken) {
    off.cancelled().await;
    sleep(Duration::from_millis(dims)).await;
    println!("{:.1}s {room} is dark", start.elapsed().as_secs_f64());
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let house = CancellationToken::new();
    let upstairs = house.child_token();

    let mut lights = JoinSet::new();
    lights.spawn(light("the bath", 100, start, upstairs.child_token()));
    lights.spawn(light("the attic", 200, start, upstairs.clone()));
    lights.spawn(light("the kitchen", 300, start, house.clone()));

    sleep(Duration::from_secs(1)).await;
    println!("{:.1}s upstairs off", start.elapsed().as_secs_f64());
    upstairs.cancel();
    sleep(Duration::from_secs(1)).await;
    println!("{:.1}s all off", start.elapsed().as_secs_f64());
    house.cancel();
    lights.join_all().await;
}
