use std::cell::Cell;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::task::{Context, Poll, Wake, Waker};
use tokio::sync::{mpsc, oneshot};

#[derive(Default)]
struct Count(AtomicUsize);

impl Wake for Count {
    fn wake(self: Arc<Self>) { self.0.fetch_add(1, SeqCst); }
}

fn run<T>(future: impl Future<Output = T>) -> (T, usize) {
    let count = Arc::new(Count::default());
    let waker = Waker::from(Arc::clone(&count));
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return (value, count.0.load(SeqCst));
        }
    }
}

fn main() {
    println!("{:?}", run(async { tokio::join!(async { 1 }, tokio::task::yield_now()).0 }).0);
    let (sender, receiver) = oneshot::channel();
    println!("{:?}", futures::executor::block_on(async { tokio::join!(receiver, async { sender.send(2) }) }));
    let turns = Cell::new(0);
    let (sender, mut receiver) = mpsc::channel(1);
    let ((sum, ()), wakes) = run(async {
        let add = async { let mut sum = 0; while let Some(n) = receiver.recv().await { sum += n; turns.set(turns.get() + 1) } sum };
        tokio::join!(biased; add, async move { for n in 1..=3 { sender.send(n).await.unwrap() } })
    });
    println!("{sum} {} {}", turns.get(), wakes > 0);
    println!("{}", futures::executor::block_on(async { tokio::select! { biased; () = std::future::pending() => 0, n = async { 3 } => n } }));
    println!("{:?}", pin!(async { tokio::try_join!(async { Err::<(), _>("no") }, std::future::pending::<Result<(), _>>()) })
        .poll(&mut Context::from_waker(Waker::noop())));
}
