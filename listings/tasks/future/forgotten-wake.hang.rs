use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::{Instant, sleep};

struct Delay {
    deadline: Instant,
}

impl Future for Delay {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<()> {
        if Instant::now() >= self.deadline {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}

async fn steep(start: Instant, seconds: f64) {
    let deadline = start + Duration::from_secs_f64(seconds);
    Delay { deadline }.await;
    println!("tea after {:.1}s", start.elapsed().as_secs_f64());
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    tokio::join!(steep(start, 0.5), sleep(Duration::from_secs(1)));

    println!("and now alone");
    steep(start, 1.5).await;
}
