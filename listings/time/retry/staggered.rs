use futures::StreamExt;
use futures::stream::FuturesUnordered;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

type Mirror = (&'static str, u64, bool);

async fn fetch((name, millis, works): Mirror) -> Result<String, String> {
    sleep(Duration::from_millis(millis)).await;
    if works {
        Ok(format!("page from {name}"))
    } else {
        Err(format!("{name} fails"))
    }
}

async fn first_page(mirrors: &[Mirror], start: Instant) -> Option<String> {
    let mut left = mirrors.iter();
    let mut asked = FuturesUnordered::new();
    loop {
        if let Some(&mirror) = left.next() {
            let at = start.elapsed().as_secs_f64();
            println!("  {at:.1}s ask {}", mirror.0);
            asked.push(fetch(mirror));
        }
        match timeout(Duration::from_millis(300), asked.next()).await {
            Ok(Some(Ok(page))) => return Some(page),
            Ok(Some(Err(error))) => println!("  {error}"),
            Ok(None) => return None,
            Err(_) => {}
        }
    }
}

#[tokio::main]
async fn main() {
    let good = [
        ("Oslo", 900, true),
        ("Rome", 100, false),
        ("Lima", 100, true),
    ];
    let bad = [
        ("Oslo", 900, false),
        ("Rome", 100, false),
        ("Lima", 100, false),
    ];
    for mirrors in [good, bad] {
        let start = Instant::now();
        let page = first_page(&mirrors, start).await;
        println!("{:.1}s {page:?}", start.elapsed().as_secs_f64());
    }
}
