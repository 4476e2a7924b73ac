use std::pin::pin;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

const IDLE: Duration = Duration::from_secs(1);

async fn visitor(clicks: mpsc::Sender<&str>) {
    for (millis, page) in [(500, "news"), (700, "weather"), (300, "sport")] {
        sleep(Duration::from_millis(millis)).await;
        clicks.send(page).await.expect("the session is open");
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, mut rx) = mpsc::channel(8);
    tokio::spawn(visitor(tx));

    let mut idle = pin!(sleep(IDLE));
    loop {
        tokio::select! {
            Some(page) = rx.recv() => {
                println!("{:.1}s {page}", start.elapsed().as_secs_f64());
                idle.as_mut().reset(Instant::now() + IDLE);
            }
            () = &mut idle => break,
        }
    }
    println!("{:.1}s logged out", start.elapsed().as_secs_f64());
}
