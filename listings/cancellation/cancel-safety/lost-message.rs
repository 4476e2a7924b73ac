use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, interval_at, sleep};

async fn label(parcel: &str) -> String {
    // Looking up the address.
    sleep(Duration::from_millis(300)).await;
    format!("{parcel} to Oslo")
}

async fn next_label(parcels: &mut mpsc::Receiver<&str>) -> Option<String> {
    let parcel = parcels.recv().await?;
    Some(label(parcel).await)
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
            label = next_label(&mut parcels) => label,
            _ = clock.tick() => Some("the depot is open".to_string()),
        };
        let Some(line) = line else { break };
        println!("{:.1}s {line}", start.elapsed().as_secs_f64());
    }
}
