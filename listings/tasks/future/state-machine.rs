use std::mem;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use tokio::sync::oneshot;

enum Breakfast {
    Start(oneshot::Receiver<&'static str>),
    WaitingForEgg(oneshot::Receiver<&'static str>),
    Done,
}

impl Future for Breakfast {
    type Output = String;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<String> {
        let mut hatch = match mem::replace(&mut *self, Breakfast::Done) {
            Breakfast::Start(hatch) => {
                println!("  toast is ready");
                hatch
            }
            Breakfast::WaitingForEgg(hatch) => hatch,
            Breakfast::Done => panic!("polled after completion"),
        };
        match Pin::new(&mut hatch).poll(cx) {
            Poll::Pending => {
                *self = Breakfast::WaitingForEgg(hatch);
                Poll::Pending
            }
            Poll::Ready(received) => {
                let egg = received.expect("the kitchen sends an egg");
                println!("  {egg} is here");
                Poll::Ready(format!("toast with {egg}"))
            }
        }
    }
}

fn main() {
    let (kitchen, hatch) = oneshot::channel();
    let mut order = pin!(Breakfast::Start(hatch));
    let mut cx = Context::from_waker(Waker::noop());

    println!("poll 1");
    println!("{:?}", order.as_mut().poll(&mut cx));
    println!("poll 2");
    println!("{:?}", order.as_mut().poll(&mut cx));

    kitchen.send("boiled egg").expect("the order still waits");
    println!("poll 3");
    println!("{:?}", order.as_mut().poll(&mut cx));
}
