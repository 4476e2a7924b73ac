use std::pin::Pin;
use std::task::{Context, Poll};

struct GiveWay;

impl Future for GiveWay {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<()> {
        Poll::Ready(())
    }
}

async fn resize(album: &str) {
    for photo in 1..=3 {
        println!("{album}: photo {photo}");
        GiveWay.await;
    }
}

#[tokio::main]
async fn main() {
    tokio::join!(biased; resize("garden"), resize("harbor"));
}
