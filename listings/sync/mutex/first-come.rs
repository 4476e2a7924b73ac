use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep, timeout};

fn say(start: Instant, what: &str) {
    println!("{:.1}s {what}", start.elapsed().as_secs_f64());
}

async fn patient(piano: &Mutex<()>, start: Instant, name: &str, comes: u64) {
    sleep(Duration::from_millis(comes)).await;
    say(start, &format!("{name} asks"));
    let _guard = piano.lock().await;
    say(start, &format!("{name} plays"));
    sleep(Duration::from_secs(1)).await;
}

async fn impatient(piano: &Mutex<()>, start: Instant, name: &str, comes: u64) {
    sleep(Duration::from_millis(comes)).await;
    let _guard = loop {
        say(start, &format!("{name} asks"));
        let patience = Duration::from_millis(800);
        if let Ok(guard) = timeout(patience, piano.lock()).await {
            break guard;
        }
    };
    say(start, &format!("{name} plays"));
    sleep(Duration::from_secs(1)).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let piano = Mutex::new(());
    tokio::join!(
        patient(&piano, start, "Ada", 0),
        impatient(&piano, start, "Ben", 100),
        patient(&piano, start, "Cleo", 200),
        patient(&piano, start, "Dan", 1_200),
    );
}
