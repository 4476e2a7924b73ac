#![deny(unused_must_use)]

use tokio::sync::Semaphore;

#[tokio::main]
async fn main() {
    let printer = Semaphore::new(1);
    printer.acquire().await.expect("never closed");
    println!("printing, {} printers free", printer.available_permits());
}
