use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

enum Message {
    Entered,
    Left,
}

async fn garage(mut mailbox: mpsc::Receiver<Message>) -> u32 {
    let mut cars = 0;
    while let Some(message) = mailbox.recv().await {
        match message {
            Message::Entered => cars += 1,
            Message::Left => cars -= 1,
        }
        println!("cars inside: {cars}");
    }
    cars
}

async fn gate(garage: mpsc::Sender<Message>, seconds: f64) {
    for message in [Message::Entered, Message::Entered, Message::Left] {
        sleep(Duration::from_secs_f64(seconds)).await;
        garage.send(message).await.expect("the garage is open");
    }
}

#[tokio::main]
async fn main() {
    let (sender, mailbox) = mpsc::channel(8);
    let garage = tokio::spawn(garage(mailbox));
    tokio::spawn(gate(sender.clone(), 0.3));
    tokio::spawn(gate(sender, 0.4));

    let left = garage.await.expect("the garage does not panic");
    println!("closed, cars left: {left}");
}
