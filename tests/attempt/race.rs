use std::time::Duration;
use tokio::sync::oneshot;

async fn order(done: oneshot::Sender<u32>) {
    println!("ordered");
    tokio::time::sleep(Duration::from_secs(1)).await;
    let _ = done.send(7);
}

#[tokio::main]
async fn main() {
    let (done, number) = oneshot::channel();
    tokio::spawn(order(done));
    tokio::spawn(async { println!("and meanwhile") });
    println!("number {:?}", number.await.ok());
}
