use futures::StreamExt;
use futures::stream::FuturesUnordered;
use std::future::poll_fn;
use std::pin::pin;
use std::time::Duration;
use tokio::time::sleep;

async fn sensor(name: &str, millis: u64) {
    let mut reading = pin!(sleep(Duration::from_millis(millis)));
    let mut polls = 0;
    poll_fn(|cx| {
        polls += 1;
        reading.as_mut().poll(cx)
    })
    .await;
    println!("  {name}: {polls} polls");
}

#[tokio::main]
async fn main() {
    println!("join!");
    tokio::join!(
        sensor("door", 200),
        sensor("roof", 400),
        sensor("well", 600)
    );

    println!("FuturesUnordered");
    let mut sensors = FuturesUnordered::new();
    sensors.push(sensor("door", 200));
    sensors.push(sensor("roof", 400));
    sensors.push(sensor("well", 600));
    while sensors.next().await.is_some() {}
}
