use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, interval_at, sleep};

async fn label(parcel: &str) -> String {
    // Looking up the address.
    sleep(Duration::from_millis(300)).await;
    format!("{parcel} to Oslo")
}

async fn bring(tx: mpsc::Sender<&str>) {
    for parcel in ["book", "lamp", "vase"] {
        tx.send(parcel).await.expect("the depot is open");
        sleep(Duration::from_millis(600)).await;
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, mut parcels) = mpsc::channel(8);
    tokio::spawn(bring(tx));

    let period = Duration::from_millis(800);
    let mut clock = interval_at(start + period, period);
    loop {
        let line = tokio::select! {
            parcel = parcels.recv() => match parcel {
                Some(parcel) => Some(label(parcel).await),
                None => None,
            },
            _ = clock.tick() => Some("the depot is open".to_string()),
        };
        let Some(line) = line else { break };
        println!("{:.1}s {line}", start.elapsed().as_secs_f64());
    }
}
