use std::pin::pin;
use std::sync::{Arc, mpsc};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;
use std::time::Duration;
use tokio::sync::oneshot;

struct Bell(mpsc::Sender<()>);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        println!("waker: go on");
        // Fails when the executor has gone home: then nobody needs waking.
        let _ = self.0.send(());
    }
}

fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let (bell, rings) = mpsc::channel();
    let waker = Waker::from(Arc::new(Bell(bell)));
    let mut cx = Context::from_waker(&waker);
    loop {
        println!("executor: poll");
        match future.as_mut().poll(&mut cx) {
            Poll::Ready(output) => return output,
            Poll::Pending => {
                println!("executor: nothing to do");
                rings.recv().expect("the waker above is still there");
            }
        }
    }
}

async fn breakfast(hatch: oneshot::Receiver<&str>) -> String {
    println!("  toast is ready");
    let egg = hatch.await.expect("the kitchen sends an egg");
    println!("  {egg} is here");
    format!("toast with {egg}")
}

fn main() {
    let (kitchen, hatch) = oneshot::channel();
    thread::spawn(move || {
        thread::sleep(Duration::from_millis(300));
        println!("kitchen: the egg is done");
        kitchen.send("boiled egg").expect("the order still waits");
    });
    println!("{}", block_on(breakfast(hatch)));
}
