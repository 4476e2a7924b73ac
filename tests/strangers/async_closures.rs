use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

async fn twice<F: AsyncFnMut(u32) -> u32>(mut f: F) -> (u32, u32) {
    (f(1).await, f(2).await)
}

async fn retry<T, E: std::fmt::Debug>(times: usize, f: impl AsyncFn(usize) -> Result<T, E>) -> Result<T, E> {
    let mut attempt = 0;
    loop {
        match timeout(Duration::from_millis(75), f(attempt)).await {
            Ok(Ok(value)) => break Ok(value),
            Ok(Err(error)) if attempt + 1 == times => break Err(error),
            Ok(Err(error)) => println!("attempt {attempt}: {error:?}"),
            Err(elapsed) => println!("attempt {attempt}: {elapsed}"),
        }
        attempt += 1;
    }
}

fn make(n: u64) -> impl AsyncFnOnce() -> String {
    async move || {
        sleep(Duration::from_millis(n)).await;
        format!("made {n}")
    }
}

#[tokio::main]
async fn main() {
    let mut total = 0;
    let pair = twice(async |n| {
        sleep(Duration::from_millis(50)).await;
        total += n;
        total
    })
    .await;
    println!("{pair:?} {total}");
    let start = Instant::now();
    let result = retry(5, async |attempt| match attempt {
        0 => Err("cold"),
        1 => std::future::pending().await,
        n => Ok((n, start.elapsed().as_millis() / 75)),
    });
    println!("{:?}", result.await);
    println!("{:?}", tokio::join!(make(100)(), make(50)()));
    let run = async |list: &[&str]| println!("{}", list.join("+"));
    tokio::join!(run(&["a", "b"]), run(&[]));
    let task = async || tokio::spawn(async { "spawned" }).await;
    task().await.map(|text| println!("{text}")).unwrap()
}
