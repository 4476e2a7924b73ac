use futures::FutureExt;
use std::panic::{self, AssertUnwindSafe};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::sleep;

struct Guard(&'static str);

impl Drop for Guard {
    fn drop(&mut self) {
        println!("drop {}{}", self.0, if std::thread::panicking() { ", panicking" } else { "" });
    }
}

async fn explode(after: u64, what: &'static str) -> u8 {
    let _guard = Guard(what);
    sleep(Duration::from_millis(after)).await;
    panic!("{what} exploded")
}

fn message(payload: Box<dyn std::any::Any + Send>) -> String {
    payload.downcast_ref::<String>().cloned().or_else(|| payload.downcast_ref::<&str>().map(|s| s.to_string())).unwrap_or_default()
}

#[tokio::main]
async fn main() {
    panic::set_hook(Box::new(|_| {}));
    let error = tokio::spawn(explode(50, "task")).await.unwrap_err();
    println!("{} {}", error.is_panic(), message(error.into_panic()));
    let caught = AssertUnwindSafe(async { tokio::join!(explode(50, "branch"), async { let _g = Guard("other"); sleep(Duration::from_secs(9)).await }) });
    println!("{}", message(caught.catch_unwind().await.unwrap_err()));
    let mut set = JoinSet::new();
    set.spawn(async { 1 });
    set.spawn(explode(50, "set"));
    while let Some(result) = set.join_next().await {
        match result {
            Ok(n) => println!("ok {n}"),
            Err(error) => println!("{}", message(error.into_panic())),
        }
    }
    let task = tokio::spawn(explode(60_000, "aborted"));
    sleep(Duration::from_millis(50)).await;
    task.abort();
    println!("{}", task.await.unwrap_err().is_cancelled());
    let sync = panic::catch_unwind(|| if true { panic!("sync") });
    println!("{}", message(sync.unwrap_err()));
    tokio::select! { _ = explode(60_000, "lost") => {}, _ = sleep(Duration::from_millis(50)) => println!("won") }
    let _last = Guard("main");
}
