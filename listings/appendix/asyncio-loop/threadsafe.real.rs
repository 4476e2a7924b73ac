use std::thread;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio::time::sleep;

async fn price(item: &str) -> u32 {
    sleep(Duration::from_millis(100)).await;
    item.len() as u32 * 50
}

#[tokio::main]
async fn main() {
    let runtime = Handle::current();
    let (tx, mut rx) = mpsc::channel(4);

    let window = thread::spawn(move || {
        let asked = runtime.spawn(price("tea"));
        let cents = runtime.block_on(asked).expect("no price panics");
        tx.blocking_send(format!("tea: {cents}"))
            .expect("main reads");
        tx.blocking_send("closed".to_string()).expect("main reads");
    });

    while let Some(line) = rx.recv().await {
        println!("{line}");
    }
    window.join().expect("the window does not panic");
}
