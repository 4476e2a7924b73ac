use std::thread;
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::task::block_in_place;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    let ticker = tokio::spawn(async {
        for tick in 0..3 {
            sleep(Duration::from_millis(200)).await;
            println!("tick {tick}");
        }
    });
    let blocking = tokio::spawn(async {
        sleep(Duration::from_millis(100)).await;
        block_in_place(|| thread::sleep(Duration::from_millis(250)));
        println!("blocked");
        sleep(Duration::from_millis(100)).await;
    });
    block_in_place(|| Handle::current().block_on(sleep(Duration::from_millis(500))));
    println!("main");
    blocking.await.unwrap();
    ticker.await.unwrap();
}
