use std::time::Duration;
use tokio::time::sleep;

struct TemporaryFile;

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        println!("  temporary file removed");
    }
}

async fn back_up() {
    let _file = TemporaryFile;
    for part in 1..=3 {
        sleep(Duration::from_millis(400)).await;
        println!("  part {part} of 3 saved");
    }
    println!("  backup complete");
}

#[tokio::main]
async fn main() {
    tokio::spawn(back_up());
    println!("main works");
    sleep(Duration::from_secs(1)).await;
    println!("main ends");
}
