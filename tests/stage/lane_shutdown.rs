use std::thread;
use std::time::Duration;

use tokio::runtime::Runtime;
use tokio::task::spawn_blocking;
use tokio::time::sleep;

fn main() {
    let runtime = Runtime::new().expect("a runtime");
    runtime.block_on(async {
        spawn_blocking(|| {
            println!("report begins");
            thread::sleep(Duration::from_secs(10));
        });
        sleep(Duration::from_secs(1)).await;
        println!("enough");
    });
    runtime.shutdown_timeout(Duration::from_millis(100));
}
