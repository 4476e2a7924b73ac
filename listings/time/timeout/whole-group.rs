use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

async fn download(
    name: &'static str,
    millis: u64,
    _connection: Arc<()>,
) -> String {
    sleep(Duration::from_millis(millis)).await;
    format!("data from {name}")
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let server = Arc::new(());
    let open = || Arc::strong_count(&server) - 1;

    let mut group = JoinSet::new();
    for (name, millis) in
        [("A", 1_000), ("B", 2_000), ("C", 3_000), ("D", 4_000)]
    {
        group.spawn(download(name, millis, Arc::clone(&server)));
    }

    let mut done = Vec::new();
    let all = async {
        while let Some(result) = group.join_next().await {
            done.push(result.expect("no download panics"));
        }
    };
    let in_time = timeout(Duration::from_millis(2_500), all).await.is_ok();
    println!("all in time: {in_time}, done: {done:?}");
    println!("left: {}, connections open: {}", group.len(), open());

    group.shutdown().await;
    println!("left: {}, connections open: {}", group.len(), open());
    println!("after {:.1}s", start.elapsed().as_secs_f64());
}
