use std::time::Duration;
use tokio::time::sleep;

async fn back_up() {
    for part in 1..=3 {
        sleep(Duration::from_millis(400)).await;
        println!("  part {part} of 3 saved");
    }
    println!("  backup complete");
}

#[tokio::main]
async fn main() {
    let backup = tokio::spawn(back_up());
    println!("main works");
    sleep(Duration::from_secs(1)).await;
    println!("main waits");
    backup.await.expect("saving does not panic");
    println!("main ends");
}
