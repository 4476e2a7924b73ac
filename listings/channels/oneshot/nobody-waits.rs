use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::{Instant, sleep, timeout};

async fn measure(legs: u32) -> u32 {
    sleep(Duration::from_secs_f64(0.4) * legs).await;
    20 * legs
}

async fn leg_by_leg(reply: oneshot::Sender<u32>, start: Instant) {
    let mut miles = 0;
    for leg in 1..=5 {
        if reply.is_closed() {
            let now = start.elapsed().as_secs_f64();
            println!("{now:.1}s leg by leg: stops before leg {leg}");
            return;
        }
        miles += measure(1).await;
    }
    let _ = reply.send(miles);
}

async fn in_one_go(mut reply: oneshot::Sender<u32>, start: Instant) {
    tokio::select! {
        miles = measure(5) => {
            let _ = reply.send(miles);
        }
        () = reply.closed() => {
            let now = start.elapsed().as_secs_f64();
            println!("{now:.1}s in one go: stops");
        }
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (first, by_legs) = oneshot::channel();
    let (second, at_once) = oneshot::channel();
    let planners = [
        tokio::spawn(leg_by_leg(first, start)),
        tokio::spawn(in_one_go(second, start)),
    ];
    let both = async { tokio::join!(by_legs, at_once) };
    let answer = timeout(Duration::from_secs(1), both).await;
    for planner in planners {
        planner.await.expect("planners do not panic");
    }
    println!("the driver got an answer: {}", answer.is_ok());
}
