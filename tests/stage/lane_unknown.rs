use std::future::poll_fn;
use std::task::{Poll, Waker};
use std::time::Duration;
use std::{cell::RefCell, rc::Rc};
use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    let (mut here, mut there) = duplex(8);
    let pipe = async {
        let mut text = [0; 2];
        here.read_exact(&mut text).await.unwrap();
        println!("{text:?}");
    };
    let bell = Rc::new(RefCell::new(None::<Waker>));
    let own = poll_fn(|context| match bell.borrow_mut().replace(context.waker().clone()) {
        None => Poll::Pending,
        Some(_) => Poll::Ready(()),
    });
    let ring = async {
        sleep(Duration::from_millis(100)).await;
        there.write_all(b"hi").await.unwrap();
        sleep(Duration::from_millis(100)).await;
        bell.borrow().as_ref().unwrap().wake_by_ref();
    };
    tokio::join!(pipe, own, ring);
}
