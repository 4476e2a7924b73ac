use futures::future::BoxFuture;
use std::collections::BTreeMap;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Sleep, sleep};

trait Plugin: Send + Sync {
    fn run<'a>(&'a self, input: &'a str) -> BoxFuture<'a, String>;
}

struct Upper;
struct Repeat(usize);

impl Plugin for Upper {
    fn run<'a>(&'a self, input: &'a str) -> BoxFuture<'a, String> {
        Box::pin(async move { input.to_uppercase() })
    }
}

impl Plugin for Repeat {
    fn run<'a>(&'a self, input: &'a str) -> BoxFuture<'a, String> {
        Box::pin(async move {
            sleep(Duration::from_millis(50)).await;
            input.repeat(self.0)
        })
    }
}

struct Twice(Pin<Box<Sleep>>, bool);

impl Future for Twice {
    type Output = &'static str;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        loop {
            ready!(self.0.as_mut().poll(cx));
            if std::mem::replace(&mut self.1, true) {
                return Poll::Ready("twice");
            }
            let again = tokio::time::Instant::now() + Duration::from_millis(50);
            self.0.as_mut().reset(again);
        }
    }
}

type Handler = Box<dyn Fn(u32) -> Pin<Box<dyn Future<Output = u32> + Send>> + Send + Sync>;

#[tokio::main]
async fn main() {
    let plugins: Vec<Arc<dyn Plugin>> = vec![Arc::new(Upper), Arc::new(Repeat(2))];
    let tasks: Vec<_> = plugins.iter().cloned().map(|p| tokio::spawn(async move { p.run("ab").await })).collect();
    for task in tasks {
        println!("{}", task.await.unwrap());
    }
    println!("{:?}", tokio::join!(plugins[0].run("x"), plugins[1].run("y")));
    println!("{}", Twice(Box::pin(sleep(Duration::from_millis(50))), false).await);
    let mut handlers: BTreeMap<&str, Handler> = BTreeMap::new();
    handlers.insert("double", Box::new(|n| Box::pin(async move { n * 2 })));
    handlers.insert("slow", Box::new(|n| Box::pin(async move { sleep(Duration::from_millis(50)).await; n })));
    println!("{:?}", tokio::select! { a = handlers["slow"](1) => a, b = handlers["double"](4) => b });
    let mut polls = 0;
    let counted = poll_fn(|cx| { polls += 1; if polls < 3 { cx.waker().wake_by_ref(); Poll::Pending } else { Poll::Ready(polls) } });
    println!("{}", counted.await);
    let dynamic: Box<dyn Future<Output = u8> + Unpin + Send> = Box::new(std::future::ready(1));
    println!("{:?}", tokio::try_join!(async { Ok::<_, ()>(dynamic.await) }));
}
