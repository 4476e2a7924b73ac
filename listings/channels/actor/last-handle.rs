use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

async fn write_log(mut mailbox: mpsc::Receiver<String>) -> u32 {
    let mut lines = 0;
    while let Some(line) = mailbox.recv().await {
        sleep(Duration::from_millis(300)).await;
        println!("written: {line}");
        lines += 1;
    }
    println!("file closed");
    lines
}

async fn sensor(name: &str, log: mpsc::Sender<String>) {
    for day in ["Monday", "Tuesday"] {
        let line = format!("{name} on {day}");
        log.send(line).await.expect("the log is open");
    }
}

#[tokio::main]
async fn main() {
    let (log, mailbox) = mpsc::channel(8);
    let writer = tokio::spawn(write_log(mailbox));

    sensor("roof", log.clone()).await;
    sensor("well", log).await;
    println!("no handle is left");

    let lines = writer.await.expect("the writer does not panic");
    println!("{lines} lines");
}
