use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;
use tokio::sync::oneshot;

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        println!("waker: go on");
        self.0.unpark();
    }
}

fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut cx = Context::from_waker(&waker);
    loop {
        println!("executor: poll");
        match future.as_mut().poll(&mut cx) {
            Poll::Ready(output) => return output,
            Poll::Pending => {
                println!("executor: nothing to do");
                thread::park();
            }
        }
    }
}

async fn breakfast(egg: oneshot::Receiver<&str>) -> String {
    println!("  toast is ready");
    let egg = egg.await.expect("the kitchen sends an egg");
    println!("  {egg} is here");
    format!("toast with {egg}")
}

fn main() {
    let (kitchen, egg) = oneshot::channel();
    thread::spawn(move || {
        thread::sleep(Duration::from_millis(300));
        println!("kitchen: the egg is done");
        kitchen.send("boiled egg").expect("the order still waits");
    });
    println!("{}", block_on(breakfast(egg)));
}
