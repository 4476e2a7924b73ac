use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    let (pan, pot) = (Arc::new(Mutex::new(())), Arc::new(Mutex::new(())));
    let (first, second) = (pan.clone(), pot.clone());
    tokio::spawn(async move {
        let _first = first.lock().await;
        sleep(Duration::from_secs(1)).await;
        let _second = second.lock().await;
        println!("never");
    });
    let (first, second) = (pot, pan);
    let other = tokio::spawn(async move {
        let _first = first.lock().await;
        sleep(Duration::from_secs(2)).await;
        let _second = second.lock().await;
        println!("never");
    });
    let (_orders, mut kitchen) = mpsc::channel::<u32>(1);
    tokio::spawn(async move { kitchen.recv().await });
    let (_egg, breakfast) = oneshot::channel::<u32>();
    println!("everybody waits");
    tokio::join!(async { drop(other.await) }, async { drop(breakfast.await) });
}
