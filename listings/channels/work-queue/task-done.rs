use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

struct Parcel {
    name: &'static str,
    seconds: f64,
    _pending: mpsc::Sender<()>,
}

async fn packer(parcels: async_channel::Receiver<Parcel>, start: Instant) {
    while let Ok(parcel) = parcels.recv().await {
        sleep(Duration::from_secs_f64(parcel.seconds)).await;
        let now = start.elapsed().as_secs_f64();
        println!("{now:.1}s {} is packed", parcel.name);
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, rx) = async_channel::bounded(8);
    for _ in 0..2 {
        tokio::spawn(packer(rx.clone(), start));
    }
    drop(rx);

    let morning = [("bicycle", 0.7), ("clock", 0.4), ("lamp", 0.5)];
    let evening = [("mirror", 0.9), ("chair", 0.6), ("piano", 1.0)];
    for (van, load) in [("first", morning), ("second", evening)] {
        let (pending, mut all_done) = mpsc::channel(1);
        for (name, seconds) in load {
            let _pending = pending.clone();
            let parcel = Parcel {
                name,
                seconds,
                _pending,
            };
            tx.send(parcel).await.expect("a packer is there");
        }
        drop(pending);
        all_done.recv().await;
        let now = start.elapsed().as_secs_f64();
        println!("{now:.1}s the {van} van leaves");
    }
}
