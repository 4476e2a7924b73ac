use std::time::Duration;
use tokio::sync::watch;
use tokio::time::sleep;

async fn poll_station(settings: watch::Receiver<u64>) {
    sleep(Duration::from_millis(*settings.borrow())).await;
    println!("station polled");
}

#[tokio::main]
async fn main() {
    let (_reload, settings) = watch::channel(500);
    let station = tokio::spawn(poll_station(settings));
    station.await.expect("the station does not panic");
}
