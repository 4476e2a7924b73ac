use std::thread;
use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio::time::sleep;

fn compress(file: &str) -> String {
    thread::sleep(Duration::from_secs(1));
    format!("{file}.gz")
}

async fn show_progress() {
    for dots in [".", "..", "..."] {
        sleep(Duration::from_millis(400)).await;
        println!("{dots}");
    }
}

#[tokio::main]
async fn main() {
    let work = async {
        let file = spawn_blocking(|| compress("letters")).await;
        println!("{}", file.expect("compressing does not panic"));
    };
    tokio::join!(work, show_progress());
}
