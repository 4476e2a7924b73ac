use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::sleep;

async fn nap(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

#[tokio::main]
async fn main() {
    let stove = Mutex::new(());
    let _other = tokio::spawn(nap(900));
    let cook = async {
        let _stove = stove.lock().await;
        nap(100).await;
        panic!("burnt");
    };
    tokio::join!(cook, nap(500));
}
