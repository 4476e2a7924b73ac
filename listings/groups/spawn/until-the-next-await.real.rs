use std::thread;
use std::time::Duration;
use tokio::time::sleep;

async fn report() {
    println!("  report: computing");
    // Stands for computing.
    thread::sleep(Duration::from_secs(1));
    println!("  report: computed");
    sleep(Duration::from_millis(200)).await;
    println!("  report: sent");
}

#[tokio::main(worker_threads = 2)]
async fn main() {
    tokio::spawn(report());
    sleep(Duration::from_millis(300)).await;
    println!("main ends");
}
