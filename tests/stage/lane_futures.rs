use std::time::Duration;

use futures::future::{self, FutureExt};
use futures::{join, pin_mut, select};
use tokio::time::sleep;

async fn work(millis: u64) -> u64 {
    sleep(Duration::from_millis(millis)).await;
    millis
}

#[tokio::main]
async fn main() {
    join!(work(300), work(200));
    let (short, long) = (work(100).fuse(), work(300).fuse());
    pin_mut!(short, long);
    for _ in 0..2 {
        select! {
            millis = short => println!("short {millis}"),
            millis = long => println!("long {millis}"),
        }
    }
    future::join(work(100), work(200)).await;
    let (_, rest) = future::select(work(100).boxed(), work(300).boxed()).await.into_inner();
    rest.await;
    let (_, _, rest) = future::select_all([work(300).boxed(), work(100).boxed()]).await;
    future::join_all(rest).await;
}

trait IntoInner<A, B> {
    fn into_inner(self) -> (A, B);
}

impl<A, B> IntoInner<A, B> for future::Either<(A, B), (A, B)> {
    fn into_inner(self) -> (A, B) {
        match self {
            future::Either::Left(pair) | future::Either::Right(pair) => pair,
        }
    }
}
