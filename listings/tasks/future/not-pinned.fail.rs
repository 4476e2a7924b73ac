use std::task::{Context, Waker};
use tokio::task::yield_now;

async fn pack() -> String {
    let basket = [String::from("bread"), String::from("jam")];
    let first = &basket[0];
    yield_now().await;
    format!("{first} goes in first")
}

fn main() {
    let mut packing = pack();
    let mut cx = Context::from_waker(Waker::noop());
    let progress = packing.poll(&mut cx);
    println!("{progress:?}");
}
