use futures::future::join_all;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::{Instant, sleep};

struct Photo {
    name: &'static str,
    seconds: f64,
    reply: oneshot::Sender<String>,
}

async fn printer(photos: async_channel::Receiver<Photo>) {
    while let Ok(photo) = photos.recv().await {
        sleep(Duration::from_secs_f64(photo.seconds)).await;
        let _ = photo.reply.send(format!("{} on paper", photo.name));
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, rx) = async_channel::bounded(2);
    for _ in 0..2 {
        tokio::spawn(printer(rx.clone()));
    }
    drop(rx);

    let mut replies = Vec::new();
    for (name, seconds) in [("beach", 0.9), ("party", 0.3), ("dog", 0.5)] {
        let (reply, receiver) = oneshot::channel();
        let photo = Photo {
            name,
            seconds,
            reply,
        };
        tx.send(photo).await.expect("a printer is there");
        replies.push(receiver);
    }
    for reply in join_all(replies).await {
        println!("{}", reply.expect("printers do not panic"));
    }
    println!("{:.1}s all printed", start.elapsed().as_secs_f64());
}
