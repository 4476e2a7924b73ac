use std::pin::pin;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

const PAUSE: Duration = Duration::from_millis(500);

async fn typist(keys: mpsc::Sender<char>) {
    for (millis, key) in
        [(300, 'f'), (300, 'e'), (300, 'r'), (800, 'r'), (200, 'y')]
    {
        sleep(Duration::from_millis(millis)).await;
        keys.send(key).await.expect("the search is open");
    }
    sleep(Duration::from_secs(1)).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, mut keys) = mpsc::channel(8);
    tokio::spawn(typist(tx));

    let mut typed = String::new();
    let mut pause = pin!(sleep(PAUSE));
    let mut unsearched = false;
    loop {
        tokio::select! {
            key = keys.recv() => {
                let Some(key) = key else { break };
                typed.push(key);
                pause.as_mut().reset(Instant::now() + PAUSE);
                unsearched = true;
            }
            () = &mut pause, if unsearched => {
                let now = start.elapsed().as_secs_f64();
                println!("{now:.1}s: searching for {typed}");
                unsearched = false;
            }
        }
    }
    println!("closed with {typed}");
}
