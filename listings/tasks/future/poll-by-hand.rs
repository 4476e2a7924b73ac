use std::pin::pin;
use std::task::{Context, Waker};
use tokio::sync::oneshot;

async fn breakfast(hatch: oneshot::Receiver<&str>) -> String {
    println!("  toast is ready");
    let egg = hatch.await.expect("the kitchen sends an egg");
    println!("  {egg} is here");
    format!("toast with {egg}")
}

fn main() {
    let (kitchen, hatch) = oneshot::channel();
    let mut order = pin!(breakfast(hatch));
    let mut cx = Context::from_waker(Waker::noop());

    println!("poll 1");
    println!("{:?}", order.as_mut().poll(&mut cx));
    println!("poll 2");
    println!("{:?}", order.as_mut().poll(&mut cx));

    kitchen.send("boiled egg").expect("the order still waits");
    println!("poll 3");
    println!("{:?}", order.as_mut().poll(&mut cx));
}
