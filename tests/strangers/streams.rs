use futures::stream::{self, FuturesUnordered, Stream, StreamExt, TryStreamExt as _};
use std::pin::Pin;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{interval, sleep};
use tokio_stream::wrappers::{IntervalStream, ReceiverStream};

fn numbers(n: u32) -> Pin<Box<dyn Stream<Item = u32> + Send>> {
    Box::pin(stream::unfold(0, move |i| async move {
        sleep(Duration::from_millis(100)).await;
        (i < n).then_some((i * i, i + 1))
    }))
}

#[tokio::main]
async fn main() {
    let mut squares = numbers(3);
    while let Some(square) = squares.next().await {
        print!("{square} ");
    }
    println!();
    let mut unordered: FuturesUnordered<_> = [150, 50, 100]
        .map(|n| async move { sleep(Duration::from_millis(n)).await; n })
        .into_iter()
        .collect();
    loop {
        tokio::select! {
            Some(n) = unordered.next() => println!("done {n}"),
            else => break,
        }
    }
    let (sender, receiver) = mpsc::channel(1);
    let sending = async move { for n in 0..4 { sender.send(n).await.unwrap() } };
    let (list, ()) = tokio::join!(collect(ReceiverStream::new(receiver)), sending);
    println!("{list:?}");
    let ticks = IntervalStream::new(interval(Duration::from_millis(50)));
    ticks.take(2).enumerate().for_each(async |(n, _)| println!("tick {n}")).await;
    let slow = tokio_stream::StreamExt::timeout(numbers(1), Duration::from_millis(40));
    println!("{:?}", Box::pin(slow).next().await.map(|r| r.is_err()));
    let mapped: Vec<u32> = tens(3).await;
    println!("{mapped:?}");
}

async fn tens(n: u32) -> Vec<u32> {
    let halves = stream::iter(0..n).map(|n| async move { if n < 9 { Ok(n * 10) } else { Err("many") } });
    halves.buffered(2).try_collect().await.unwrap()
}

async fn collect<S: Stream>(stream: S) -> Vec<S::Item> {
    stream.collect().await
}
