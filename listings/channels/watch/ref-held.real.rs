use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

async fn poll_station() {
    let (reload, settings) = watch::channel(500);
    let millis = settings.borrow();
    let reloading = tokio::spawn(async move {
        let start = Instant::now();
        reload.send_replace(800);
        println!("send took {:.1}s", start.elapsed().as_secs_f64());
    });
    sleep(Duration::from_millis(*millis)).await;
    drop(millis);
    reloading.await.expect("reloading does not panic");
}

fn watch_over(name: &str, runtime: Runtime) {
    let (done, alarm) = mpsc::channel();
    thread::spawn(move || {
        runtime.block_on(poll_station());
        let _ = done.send(());
    });
    match alarm.recv_timeout(Duration::from_secs(3)) {
        Ok(()) => println!("{name}: ended"),
        Err(_) => println!("{name}: no end after 3 seconds"),
    }
}

fn main() {
    let several = Runtime::new().expect("threads can be started");
    watch_over("worker threads", several);
    let one = Builder::new_current_thread().enable_time().build();
    watch_over("one thread", one.expect("a timer can be made"));
}
