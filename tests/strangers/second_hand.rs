use futures::{FutureExt, SinkExt, StreamExt, pin_mut};
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

async fn ms(millis: u64) -> u64 {
    sleep(Duration::from_millis(millis)).await;
    millis
}

#[tokio::main]
async fn main() {
    println!("{:?}", futures::join!(ms(100), ms(50)));
    println!("{:?}", futures::try_join!(async { Ok::<_, ()>(ms(10).await) }, async { Ok(2) }));
    let (slow, quick) = (ms(100).fuse(), ms(50).fuse());
    pin_mut!(slow, quick);
    let first = futures::select! { n = slow => n, n = quick => n + 1 };
    println!("{first} {}", slow.await);
    let token = CancellationToken::new();
    let tracker = TaskTracker::new();
    for n in 1..=2 {
        let token = token.child_token();
        tracker.spawn(async move {
            tokio::select! {
                _ = token.cancelled() => println!("cancelled {n}"),
                n = ms(n * 100) => println!("finished {n}"),
            }
            ms(n * 10).await
        });
    }
    let guard = token.clone().drop_guard();
    tracker.close();
    ms(150).await;
    drop(guard);
    tracker.wait().await;
    println!("{}", token.run_until_cancelled(ms(9)).await.is_none());
    let (mut sender, receiver) = futures::channel::mpsc::channel(1);
    let (total, sent) = tokio::join!(
        receiver.fold(0, async |sum, n: u64| sum + ms(n).await),
        async move { for n in [10, 20] { sender.send(n).await? } Ok::<_, futures::channel::mpsc::SendError>("sent") },
    );
    println!("{total} {}", sent.unwrap());
    println!("{:?}", ms(50).map(|n| n + 1).now_or_never());
    let mut read = tokio_util::codec::FramedRead::new(&b"one\ntwo\n"[..], tokio_util::codec::LinesCodec::new());
    while let Some(Ok(line)) = read.next().await { println!("{line}") }
}
