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
        let mut egg = match std::mem::replace(&mut *self, Breakfast::Done) {
            Breakfast::Start(egg) => {
                println!("  toast is ready");
                egg
            }
            Breakfast::WaitingForEgg(egg) => egg,
            Breakfast::Done => panic!("polled after completion"),
        };
        let Poll::Ready(egg) = Pin::new(&mut egg).poll(cx) else {
            *self = Breakfast::WaitingForEgg(egg);
            return Poll::Pending;
        };
        let egg = egg.expect("the kitchen sends an egg");
        println!("  {egg} is here");
        Poll::Ready(format!("toast with {egg}"))
    }
}

fn main() {
    let (kitchen, egg) = oneshot::channel();
    let mut order = pin!(Breakfast::Start(egg));
    let mut cx = Context::from_waker(Waker::noop());

    println!("poll 1");
    println!("{:?}", order.as_mut().poll(&mut cx));
    println!("poll 2");
    println!("{:?}", order.as_mut().poll(&mut cx));

    kitchen.send("boiled egg").expect("the order still waits");
    println!("poll 3");
    println!("{:?}", order.as_mut().poll(&mut cx));
}
