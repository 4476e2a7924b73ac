use futures::FutureExt;
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn page(name: &str) -> String {
    if name != "home" {
        sleep(Duration::from_secs(1)).await;
    }
    format!("<{name}>")
}

async fn show(name: &'static str, start: Instant) {
    let mut loading = Box::pin(page(name));
    let (page, how) = match loading.as_mut().now_or_never() {
        Some(page) => (page, "at the first poll"),
        None => {
            let task = tokio::spawn(loading);
            (task.await.expect("no page panics"), "in a task")
        }
    };
    println!("{:.1}s {page} {how}", start.elapsed().as_secs_f64());
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    show("home", start).await;
    show("news", start).await;

    let dropped = page("sport").now_or_never();
    println!("{:.1}s {dropped:?}", start.elapsed().as_secs_f64());
}
