use tokio::sync::Mutex;
use tokio::task::yield_now;

async fn price(cents: u32) -> u32 {
    cents * 2
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let till = Mutex::new(0);
    let printer = tokio::spawn(async { println!("  the printer starts") });
    println!("spawned");

    let cents = price(250).await;
    println!("awaited a price: {cents}");

    *till.lock().await += cents;
    println!("awaited the lock of the till");

    yield_now().await;
    println!("gave way");

    printer.await.expect("the printer does not panic");
}
