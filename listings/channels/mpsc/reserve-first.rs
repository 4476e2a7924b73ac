use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

const PATIENCE: Duration = Duration::from_millis(700);

async fn gauge(levels: mpsc::Sender<u32>) {
    sleep(Duration::from_secs_f64(0.5)).await;
    for level in [310, 312, 315, 319] {
        loop {
            tokio::select! {
                room = levels.reserve() => {
                    room.expect("the log is open").send(level);
                    break;
                }
                () = sleep(PATIENCE) => {
                    println!("gauge: no room for {level}");
                }
            }
        }
    }
}

#[tokio::main]
async fn main() {
    let (tx, mut rx) = mpsc::channel(1);
    tokio::spawn(gauge(tx));

    while let Some(level) = rx.recv().await {
        println!("log: {level}");
        sleep(Duration::from_secs(1)).await;
    }
}
