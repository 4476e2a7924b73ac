use std::pin::{Pin, pin};
use std::time::Duration;

use trpl::{Either, ReceiverStream, Stream, StreamExt};

fn ticks() -> impl Stream<Item = u32> {
    let (sender, receiver) = trpl::channel();
    trpl::spawn_task(async move {
        for tick in 1..=3 {
            trpl::sleep(Duration::from_millis(300)).await;
            sender.send(tick).expect("somebody listens");
        }
    });
    ReceiverStream::new(receiver)
}

async fn within<F: Future>(limit: Duration, work: F) -> Result<F::Output, Duration> {
    match trpl::select(work, trpl::sleep(limit)).await {
        Either::Left(output) => Ok(output),
        Either::Right(()) => Err(limit),
    }
}

fn main() {
    let words = trpl::run(async {
        let words = pin!(async { "a word".len() });
        trpl::join(words, trpl::yield_now()).await.0
    });
    println!("{words}");
    trpl::block_on(async {
        let task = trpl::spawn_task(async {
            trpl::sleep(Duration::from_millis(500)).await;
            println!("a task");
        });
        task.await.expect("it does not panic");
        let futures: Vec<Pin<Box<dyn Future<Output = ()>>>> = vec![
            Box::pin(async { trpl::sleep(Duration::from_secs(1)).await }),
            Box::pin(async { println!("at once") }),
        ];
        trpl::join_all(futures).await;
        let (one, two, three) = trpl::join!(async { 1 }, async { 2 }, async { 3 });
        println!("{}", one + two + three + trpl::join3(async { 1 }, async { 2 }, async { 3 }).await.2);
        let race = trpl::race(trpl::sleep(Duration::from_secs(9)), async { "first" }).await;
        println!("{}", matches!(race, Either::Right("first")));
        println!("{:?}", within(Duration::from_secs(2), trpl::sleep(Duration::from_secs(5))).await);
        let mut evens = pin!(trpl::stream_from_iter(1..=6).filter(|number| number % 2 == 0).map(|number| number * 10));
        while let Some(even) = evens.next().await {
            println!("{even}");
        }
        let mut merged = pin!(ticks().timeout(Duration::from_millis(200)).take(4));
        while let Some(tick) = merged.next().await {
            println!("{tick:?}");
        }
        let interval = trpl::IntervalStream::new(trpl::interval(Duration::from_millis(100)));
        println!("{}", interval.throttle(Duration::from_millis(100)).take(3).collect::<Vec<_>>().await.len());
    });
}
