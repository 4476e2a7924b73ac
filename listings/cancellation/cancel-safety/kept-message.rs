use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, interval_at, sleep};

async fn next_label(
    parcels: &mut mpsc::Receiver<&'static str>,
    in_hand: &mut Option<&'static str>,
) -> Option<String> {
    if in_hand.is_none() {
        *in_hand = parcels.recv().await;
    }
    let parcel = (*in_hand)?;
    sleep(Duration::from_millis(300)).await; // looks up the address
    *in_hand = None;
    Some(format!("{parcel} to Oslo"))
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, mut parcels) = mpsc::channel(8);
    tokio::spawn(async move {
        for parcel in ["book", "lamp", "vase"] {
            tx.send(parcel).await.expect("the depot is open");
            sleep(Duration::from_millis(600)).await;
        }
    });

    let period = Duration::from_millis(800);
    let mut clock = interval_at(start + period, period);
    let mut in_hand = None;
    loop {
        let line = tokio::select! {
            label = next_label(&mut parcels, &mut in_hand) => label,
            _ = clock.tick() => Some("the depot is open".to_string()),
        };
        let Some(line) = line else { break };
        println!("{:.1}s {line}", start.elapsed().as_secs_f64());
    }
}
