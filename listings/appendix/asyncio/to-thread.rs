use std::thread;
use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep};

fn compress(file: &str) -> String {
    thread::sleep(Duration::from_secs(1));
    format!("{file}.gz")
}

async fn show_progress(start: Instant) {
    for _ in 0..3 {
        sleep(Duration::from_millis(400)).await;
        println!("{:.1}s still here", start.elapsed().as_secs_f64());
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let work = async {
        let file = spawn_blocking(|| compress("letters")).await;
        let now = start.elapsed().as_secs_f64();
        println!("{now:.1}s {}", file.expect("compressing does not panic"));
    };
    tokio::join!(work, show_progress(start));
}
