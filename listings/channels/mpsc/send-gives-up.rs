use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

const PATIENCE: Duration = Duration::from_millis(700);
const TICK: Duration = Duration::from_millis(200);

async fn gauge(levels: mpsc::Sender<u32>) {
    sleep(Duration::from_secs_f64(0.5)).await;
    for level in [310, 312, 315, 319] {
        tokio::select! {
            sent = levels.send(level) => sent.expect("the log is open"),
            () = sleep(PATIENCE) => {
                println!("gauge: no room for {level}");
            }
        }
    }
}

#[tokio::main]
async fn main() {
    let (tx, mut rx) = mpsc::channel(1);
    tokio::spawn(gauge(tx));

    loop {
        tokio::select! {
            level = rx.recv() => {
                let Some(level) = level else { break };
                println!("log: {level}");
                sleep(Duration::from_secs(1)).await;
            }
            () = sleep(TICK) => {
                println!("log: nothing yet");
            }
        }
    }
}
