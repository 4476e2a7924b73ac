use std::time::Duration;
use tokio::time::Instant;
use tokio_stream::StreamExt;
use tokio_util::time::DelayQueue;

#[tokio::main]
async fn main() {
    let seconds = Duration::from_secs_f64;
    let start = Instant::now();
    let mut oven = DelayQueue::new();
    oven.insert("bread", seconds(1.5));
    oven.insert("rolls", seconds(0.5));
    let cake = oven.insert("cake", seconds(2.5));
    let pie = oven.insert("pie", seconds(1.0));

    oven.remove(&pie);
    oven.reset(&cake, seconds(2.0));

    let mut is_brown = false;
    while let Some(due) = oven.next().await {
        let now = start.elapsed().as_secs_f64();
        let item = due.into_inner();
        if item == "bread" && !is_brown {
            println!("{now:.1}s {item}: not brown yet, back into the oven");
            is_brown = true;
            oven.insert(item, seconds(0.8));
        } else {
            println!("{now:.1}s {item}: ready");
        }
    }
    println!("{:.1}s the oven is empty", start.elapsed().as_secs_f64());
}
