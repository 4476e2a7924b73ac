use std::time::Duration;
use tokio::time::{self, Instant, MissedTickBehavior, interval, interval_at, sleep, sleep_until, timeout, timeout_at};

const STEP: Duration = Duration::from_millis(100);

#[tokio::main]
async fn main() -> Result<(), time::error::Elapsed> {
    let start = Instant::now();
    let steps = || start.elapsed().as_millis() / STEP.as_millis();
    println!("{:?}", timeout(STEP, async { 1 }).await?);
    println!("{} {}", timeout(STEP, sleep(STEP * 600)).await.is_err(), steps());
    timeout_at(start + STEP * 3, sleep_until(start + STEP * 2)).await?;
    println!("{}", steps());
    let mut ticks = interval_at(start + STEP * 3, STEP);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    for _ in 0..2 {
        ticks.tick().await;
        println!("tick {}", steps());
    }
    let mut fast = interval(STEP / 2);
    fast.tick().await;
    let nested = timeout(STEP * 3, timeout(STEP, std::future::pending::<()>())).await?;
    println!("{nested:?} {}", fast.period() == STEP / 2);
    let (result, ()) = tokio::join! {
        timeout(STEP * 2, async { sleep(STEP).await; "in time" }),
        async { sleep(STEP / 2).await; println!("between") },
    };
    println!("{}", result?);
    let mut timer = Box::pin(sleep(Duration::MAX));
    timer.as_mut().reset(Instant::now());
    timer.await;
    println!("{}", steps());
    println!("{}", Instant::now().checked_duration_since(start).is_some());
    Ok(())
}
