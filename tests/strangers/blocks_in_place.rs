// `block_in_place`, alone and with `block_on`: in tasks and in `main`, while other tasks go on.

use std::time::Duration;
use tokio::runtime::Handle;
use tokio::task::{block_in_place, spawn};
use tokio::time::sleep;

trait Load {
    fn load(&self, key: u32) -> u32;
}

struct Remote;

impl Load for Remote {
    fn load(&self, key: u32) -> u32 {
        block_in_place(|| {
            Handle::current().block_on(async {
                sleep(Duration::from_millis(400)).await;
                key * 2
            })
        })
    }
}

#[tokio::main]
async fn main() {
    println!("{}", Remote.load(4));
    let ticker = spawn(async {
        for tick in 0..3 {
            sleep(Duration::from_millis(300)).await;
            println!("tick {tick}");
        }
    });
    let sum = spawn(async { Remote.load(5) + Remote.load(6) });
    println!("{}", sum.await.unwrap());
    ticker.await.unwrap();
    let nested = spawn(async {
        block_in_place(|| {
            std::thread::sleep(Duration::from_millis(50));
            Handle::current().block_on(spawn(async { 11 })).unwrap()
        })
    });
    println!("{}", nested.await.unwrap());
    let failed = spawn(async { block_in_place(|| panic!("on purpose")) });
    println!("{}", failed.await.unwrap_err().is_panic());
}
