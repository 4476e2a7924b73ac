use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::{mpsc, oneshot};
use tokio::task::spawn_blocking;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    let (sender, mut receiver) = mpsc::channel::<u32>(1);
    let sum = spawn_blocking(move || {
        let mut sum = 0;
        while let Some(number) = receiver.blocking_recv() {
            println!("got {number}");
            sum += number;
        }
        sum
    });
    for number in 1..=3 {
        sleep(Duration::from_millis(50)).await;
        sender.send(number).await.expect("it is received");
    }
    drop(sender);
    println!("sum {}", sum.await.expect("no panic"));

    let (sender, receiver) = std::sync::mpsc::channel();
    let log = spawn_blocking(move || receiver.into_iter().for_each(|line| println!("log: {line}")));
    sender.send("start").expect("it is received");
    sleep(Duration::from_millis(50)).await;
    sender.send("end").expect("it is received");
    drop(sender);
    log.await.expect("no panic");

    let (sender, mut receiver) = mpsc::channel(1);
    let producer = spawn_blocking(move || {
        for number in 0..3 {
            sender.blocking_send(number).expect("it is received");
        }
    });
    sleep(Duration::from_millis(50)).await;
    while let Some(number) = receiver.recv().await {
        println!("sent {number}");
    }
    producer.await.expect("no panic");

    let (sender, receiver) = oneshot::channel();
    let handle = Handle::current();
    let outer = spawn_blocking(move || {
        let thread = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(50));
            handle.block_on(async { sleep(Duration::from_millis(50)).await });
            sender.send("from a thread of a closure").expect("it is received");
        });
        thread.join().expect("no panic");
    });
    println!("{}", receiver.await.expect("it is sent"));
    outer.await.expect("no panic");
}
