use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

async fn drive(
    name: &str,
    arrives: f64,
    crosses: f64,
    bridge: &watch::Sender<bool>,
) {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(arrives)).await;
    let mut passable = bridge.subscribe();
    passable
        .wait_for(|passable| *passable)
        .await
        .expect("the sender stays");
    sleep(Duration::from_secs_f64(crosses)).await;
    println!("{:.1}s the {name} is over", start.elapsed().as_secs_f64());
}

async fn let_ships_through(bridge: &watch::Sender<bool>) {
    sleep(Duration::from_secs_f64(0.5)).await;
    println!("the bridge goes up");
    bridge.send_replace(false);
    sleep(Duration::from_secs_f64(1.0)).await;
    println!("the bridge comes down");
    bridge.send_replace(true);
}

#[tokio::main]
async fn main() {
    let bridge = watch::Sender::new(true);
    tokio::join!(
        let_ships_through(&bridge),
        drive("bus", 0.2, 0.2, &bridge),
        drive("van", 0.7, 0.4, &bridge),
        drive("taxi", 1.0, 0.2, &bridge),
        drive("truck", 1.8, 0.3, &bridge),
    );
}
