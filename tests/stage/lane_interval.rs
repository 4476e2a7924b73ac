use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval, sleep};

#[tokio::main]
async fn main() {
    let mut clock = interval(Duration::from_millis(100));
    clock.set_missed_tick_behavior(MissedTickBehavior::Delay);
    for round in 1..=4 {
        clock.tick().await;
        println!("round {round}");
        if round == 2 {
            sleep(Duration::from_millis(150)).await;
        }
    }
}
