use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::sync::watch;
use tokio::time::sleep;

async fn poll_station() {
    let (reload, settings) = watch::channel(100);
    let millis = settings.borrow();
    let reloading = tokio::spawn(async move {
        reload.send_replace(800);
        println!("new setting stored");
    });
    sleep(Duration::from_millis(*millis)).await;
    println!("waited {} ms, drops the Ref", *millis);
    drop(millis);
    reloading.await.expect("reloading does not panic");
}

fn watch_over(name: &str, builder: &mut Builder) {
    let runtime = builder
        .enable_time()
        .build()
        .expect("threads can be started");
    let (done, alarm) = mpsc::channel();
    thread::spawn(move || {
        runtime.block_on(poll_station());
        let _ = done.send(());
    });
    match alarm.recv_timeout(Duration::from_secs(1)) {
        Ok(()) => println!("{name}: ended"),
        Err(_) => println!("{name}: no end after 1 second"),
    }
}

fn main() {
    watch_over("two workers", Builder::new_multi_thread().worker_threads(2));
    watch_over("one worker", Builder::new_multi_thread().worker_threads(1));
    watch_over("one thread", &mut Builder::new_current_thread());
}
