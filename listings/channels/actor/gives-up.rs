use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{sleep, timeout};

struct Ride {
    rider: &'static str,
    reply: oneshot::Sender<u32>,
}

async fn dispatcher(mut mailbox: mpsc::Receiver<Ride>) {
    let mut taxi = 0;
    while let Some(Ride { rider, reply }) = mailbox.recv().await {
        if reply.is_closed() {
            println!("{rider} has left, no search");
            continue;
        }
        taxi += 1;
        sleep(Duration::from_secs(1)).await;
        if let Err(taxi) = reply.send(taxi) {
            println!("{rider} has left, taxi {taxi} is sent back");
        }
    }
}

async fn ride(rider: &'static str, patience: f64, sender: mpsc::Sender<Ride>) {
    let (reply, answer) = oneshot::channel();
    let request = Ride { rider, reply };
    sender.send(request).await.expect("the dispatcher is there");
    match timeout(Duration::from_secs_f64(patience), answer).await {
        Ok(Ok(taxi)) => println!("{rider} takes taxi {taxi}"),
        Ok(Err(_)) => println!("{rider} gets no answer"),
        Err(_) => println!("{rider} walks"),
    }
}

#[tokio::main]
async fn main() {
    let (sender, mailbox) = mpsc::channel(8);
    let dispatcher = tokio::spawn(dispatcher(mailbox));
    for (rider, patience) in [("Ada", 1.5), ("Ben", 1.6), ("Cleo", 1.0)] {
        tokio::spawn(ride(rider, patience, sender.clone()));
        sleep(Duration::from_millis(100)).await;
    }
    drop(sender);
    dispatcher.await.expect("the dispatcher does not panic");
}
