// Instants of `std` and of Tokio, from one to the other, in whatever takes them.

use futures::StreamExt;
use std::time::{Duration, Instant as StdInstant};
use tokio::task::JoinSet;
use tokio::time::{Instant, Interval, MissedTickBehavior, Sleep, interval_at, sleep, sleep_until, timeout_at};
use tokio_stream::wrappers::{IntervalStream, JoinSetStream};
use tokio_util::time::DelayQueue;

struct Deadline {
    at: Instant,
    ticks: Interval,
    rest: std::pin::Pin<Box<Sleep>>,
}

#[tokio::main]
async fn main() {
    let std_start = StdInstant::now();
    let start = Instant::from_std(std_start);
    sleep_until(Instant::from_std(std_start + Duration::from_millis(200))).await;
    println!("{:.1}", std_start.elapsed().as_secs_f64());
    println!("{}", start.into_std() == std_start);
    sleep_until((std_start + Duration::from_millis(400)).into()).await;
    println!("{:.1}", start.elapsed().as_secs_f64());
    let mut deadline = Deadline {
        at: start + Duration::from_millis(600),
        ticks: interval_at(start + Duration::from_millis(1200), Duration::from_millis(200)),
        rest: Box::pin(sleep(Duration::from_millis(100))),
    };
    println!(
        "{}",
        timeout_at(deadline.at, std::future::pending::<()>()).await.is_err()
    );
    deadline
        .rest
        .as_mut()
        .reset(Instant::now() + Duration::from_millis(300));
    println!("{}", deadline.rest.deadline() > Instant::now());
    deadline.rest.as_mut().await;
    println!("{}", deadline.rest.is_elapsed());
    deadline.ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    for _ in 0..2 {
        let tick: Instant = deadline.ticks.tick().await;
        println!("tick {:.1}", tick.duration_since(start).as_secs_f64());
    }
    deadline.ticks.reset_at(Instant::now() + Duration::from_millis(400));
    let mut ticks = IntervalStream::new(deadline.ticks).map(|tick| tick - start).take(2);
    while let Some(tick) = ticks.next().await {
        println!("tick {:.1}", tick.as_secs_f64());
    }
    let mut queue = DelayQueue::new();
    let now = Instant::now();
    let late = queue.insert_at("late", now + Duration::from_millis(400));
    queue.insert("early", Duration::from_millis(200));
    println!("{}", queue.deadline(&late) > now);
    while let Some(expired) = queue.next().await {
        println!("{} {:.1}", expired.get_ref(), (expired.deadline() - now).as_secs_f64());
    }
    let set: JoinSet<u32> = [async { 5 }].into_iter().collect();
    println!(
        "{:?}",
        JoinSetStream::new(set).next().await.map(|result| result.unwrap())
    );
}
