use std::pin::Pin;
use std::task::{Context, Poll};

struct GiveWay {
    asked: bool,
}

impl Future for GiveWay {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.asked {
            return Poll::Ready(());
        }
        self.asked = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

async fn resize(album: &str) {
    for photo in 1..=3 {
        println!("{album}: photo {photo}");
        GiveWay { asked: false }.await;
    }
}

#[tokio::main]
async fn main() {
    tokio::join!(biased; resize("garden"), resize("harbor"));
}
