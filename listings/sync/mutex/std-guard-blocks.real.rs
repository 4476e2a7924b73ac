use std::sync::{Mutex, mpsc};
use std::time::Duration;
use tokio::time::sleep;

#[expect(clippy::await_holding_lock)]
async fn measure(log: &Mutex<Vec<f64>>, degrees: f64) {
    println!("{degrees} waits for the lock");
    let mut log = log.lock().expect("nobody panics");
    println!("{degrees} has the lock");
    sleep(Duration::from_millis(100)).await;
    log.push(degrees);
}

#[tokio::main(flavor = "current_thread")]
async fn station() {
    let log = Mutex::new(Vec::new());
    tokio::join!(biased; measure(&log, 21.5), measure(&log, 18.5));
}

fn main() {
    let (done, news) = mpsc::channel();
    std::thread::spawn(move || {
        station();
        done.send(()).expect("main waits for it");
    });
    match news.recv_timeout(Duration::from_secs(1)) {
        Ok(()) => println!("both have measured"),
        Err(error) => println!("no news: {error}"),
    }
}
