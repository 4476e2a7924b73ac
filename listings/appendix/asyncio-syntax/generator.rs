use futures::stream::{self, Stream, StreamExt};
use std::future::ready;
use std::pin::pin;
use std::time::Duration;
use tokio::time::{Instant, sleep};

fn readings() -> impl Stream<Item = u32> {
    stream::unfold(18, |celsius| async move {
        if celsius > 21 {
            return None;
        }
        sleep(Duration::from_millis(500)).await;
        Some((celsius, celsius + 1))
    })
}

#[tokio::main]
async fn main() {
    let start = Instant::now();

    let mut all = pin!(readings());
    while let Some(celsius) = all.next().await {
        println!("{:.1}s {celsius}", start.elapsed().as_secs_f64());
    }

    let warm = readings().filter(|celsius| ready(*celsius > 19));
    let warm: Vec<u32> = warm.collect().await;
    println!("{:.1}s {warm:?}", start.elapsed().as_secs_f64());
}
