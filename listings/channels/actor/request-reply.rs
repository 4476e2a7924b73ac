use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::sleep;

struct Reserve {
    seats: u32,
    reply: oneshot::Sender<bool>,
}

async fn box_office(mut mailbox: mpsc::Receiver<Reserve>) {
    let mut free = 5;
    while let Some(Reserve { seats, reply }) = mailbox.recv().await {
        let is_enough = free >= seats;
        sleep(Duration::from_millis(500)).await;
        if is_enough {
            free -= seats;
        }
        let _ = reply.send(is_enough);
    }
    println!("{free} seats stay empty");
}

async fn guest(name: &str, seats: u32, office: mpsc::Sender<Reserve>) {
    let (reply, answer) = oneshot::channel();
    let request = Reserve { seats, reply };
    office.send(request).await.expect("the office is open");
    let is_reserved = answer.await.expect("the office answers");
    println!("{name}, {seats} seats: {is_reserved}");
}

#[tokio::main]
async fn main() {
    let (sender, mailbox) = mpsc::channel(8);
    let office = tokio::spawn(box_office(mailbox));
    for (name, seats) in [("Ada", 3), ("Ben", 3), ("Cleo", 2)] {
        tokio::spawn(guest(name, seats, sender.clone()));
        sleep(Duration::from_millis(100)).await;
    }
    drop(sender);
    office.await.expect("the office does not panic");
}
