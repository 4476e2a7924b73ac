use futures::future::{BoxFuture, FutureExt, join_all, select, Either};
use std::future::Future;
use std::pin::{Pin, pin};
use std::time::Duration;
use tokio::time::sleep;

fn delayed<'a>(text: &'a str, millis: u64) -> impl Future<Output = &'a str> + Send + use<'a> {
    async move {
        sleep(Duration::from_millis(millis)).await;
        text
    }
}

fn tree(depth: u32) -> Pin<Box<dyn Future<Output = u32> + Send>> {
    Box::pin(async move {
        if depth == 0 {
            return 1;
        }
        let (left, right) = tokio::join!(tree(depth - 1), tokio::spawn(tree(depth - 1)));
        left + right.unwrap()
    })
}

async fn factorial(n: u64) -> u64 {
    if n < 2 { 1 } else { n * Box::pin(factorial(n - 1)).await }
}

fn chain(n: u32) -> BoxFuture<'static, Vec<u32>> {
    async move {
        let mut rest = if n == 0 { vec![] } else { chain(n - 1).await };
        rest.push(n);
        rest
    }
    .boxed()
}

#[tokio::main]
async fn main() {
    let text = String::from("borrowed");
    println!("{:?}", tokio::join!(delayed(&text, 100), delayed(&text[..3], 50)));
    println!("{} {} {:?}", tree(3).await, factorial(5).await, chain(3).await);
    println!("{:?}", join_all(["a", "b"].map(|name| delayed(name, 50))).await);
    match select(pin!(delayed("left", 100)), pin!(delayed("right", 50))).await {
        Either::Left((text, _)) => println!("{text}"),
        Either::Right((text, rest)) => println!("{text} {}", rest.await),
    }
    let shared = delayed("shared", 50).shared();
    println!("{:?}", tokio::join!(shared.clone(), shared));
    println!("{}", delayed("mapped", 1).map(str::len).await);
    let deep = tokio::select! { n = tree(2) => n, n = factorial(3).map(|n| n as u32), if text.is_empty() => n };
    println!("{deep}");
}
