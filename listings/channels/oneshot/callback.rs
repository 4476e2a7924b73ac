use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::{Instant, sleep};

async fn courier(arrived: oneshot::Sender<&str>) {
    sleep(Duration::from_secs_f64(1.5)).await;
    let _ = arrived.send("at the front door");
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, rx) = oneshot::channel();
    tokio::spawn(courier(tx));

    let callback = tokio::spawn(async move {
        let place = rx.await;
        let now = start.elapsed().as_secs_f64();
        match place {
            Ok(place) => println!("{now:.1}s callback: the parcel is {place}"),
            Err(_) => println!("{now:.1}s callback: the parcel is lost"),
        }
    });

    sleep(Duration::from_secs_f64(0.5)).await;
    println!("{:.1}s main: had lunch", start.elapsed().as_secs_f64());
    callback.await.expect("the callback does not panic");
    println!("{:.1}s main: done", start.elapsed().as_secs_f64());
}
