use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::sleep;

struct Reserve {
    seats: u32,
    reply: oneshot::Sender<bool>,
}

#[derive(Clone)]
struct BoxOffice {
    sender: mpsc::Sender<Reserve>,
}

impl BoxOffice {
    fn open(free: u32) -> Self {
        let (sender, mailbox) = mpsc::channel(8);
        tokio::spawn(run(mailbox, free));
        BoxOffice { sender }
    }

    async fn reserve(&self, seats: u32) -> bool {
        let (reply, answer) = oneshot::channel();
        let request = Reserve { seats, reply };
        self.sender.send(request).await.expect("the office is open");
        answer.await.expect("the office answers")
    }
}

async fn run(mut mailbox: mpsc::Receiver<Reserve>, mut free: u32) {
    while let Some(Reserve { seats, reply }) = mailbox.recv().await {
        let is_enough = free >= seats;
        sleep(Duration::from_millis(500)).await;
        free -= if is_enough { seats } else { 0 };
        let _ = reply.send(is_enough);
    }
}

#[tokio::main]
async fn main() {
    let office = BoxOffice::open(5);
    let web_shop = office.clone();
    let (ada, ben) = tokio::join!(office.reserve(3), web_shop.reserve(3));
    println!("one of Ada and Ben has seats: {}", ada != ben);
    println!("Cleo has seats: {}", office.reserve(2).await);
}
