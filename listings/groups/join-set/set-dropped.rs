use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::sleep;

struct TemporaryFile(&'static str);

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        println!("  {} removed", self.0);
    }
}

async fn record(name: &'static str) {
    let _file = TemporaryFile(name);
    sleep(Duration::from_secs(60)).await;
    println!("  {name} kept");
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut recordings = JoinSet::new();
    recordings.spawn(record("first"));
    sleep(Duration::from_millis(500)).await;
    drop(recordings);
    println!("set dropped");
    sleep(Duration::from_millis(500)).await;

    let mut recordings = JoinSet::new();
    recordings.spawn(record("second"));
    sleep(Duration::from_millis(500)).await;
    recordings.shutdown().await;
    println!("set shut down");
}
