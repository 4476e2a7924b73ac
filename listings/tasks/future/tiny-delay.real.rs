use std::pin::Pin;
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;
use tokio::time::Instant;

struct Delay {
    deadline: Instant,
}

impl Future for Delay {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            println!("poll: ready");
            return Poll::Ready(());
        }
        let waker = cx.waker().clone();
        println!("poll: not ready");
        thread::spawn(move || {
            thread::sleep(left);
            println!("clock thread: wake");
            waker.wake();
        });
        Poll::Pending
    }
}

#[tokio::main]
async fn main() {
    let deadline = Instant::now() + Duration::from_millis(300);
    Delay { deadline }.await;
    println!("too early for tea: {}", Instant::now() < deadline);
}
