use std::time::Duration;
use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::time::sleep;

async fn shrink(mut photos: Receiver<u32>, small: Sender<u32>) {
    while let Some(photo) = photos.recv().await {
        sleep(Duration::from_millis(100)).await;
        small.send(photo).await.expect("somebody collects");
    }
}

#[tokio::main]
async fn main() {
    let (to_shrink, photos) = mpsc::channel(2);
    let (small, mut collected) = mpsc::channel(2);
    tokio::spawn(shrink(photos, small));

    let hand_in = async move {
        for photo in 1..=8 {
            to_shrink.send(photo).await.expect("shrink runs");
        }
    };
    let collect = async {
        while let Some(photo) = collected.recv().await {
            println!("photo {photo} is small");
        }
    };
    tokio::join!(hand_in, collect);
}
