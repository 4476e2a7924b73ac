use futures::future::{JoinAll, join_all};
use futures::stream::{self, FuturesUnordered};
use std::future::{Future, poll_fn};
use std::io::Read;
use std::pin::Pin;
use std::sync::Arc;
use tokio::io::AsyncWriteExt;
use tokio::runtime::Handle;
use tokio::sync::Semaphore;
use tokio_util::io::SyncIoBridge;
use tokio_util::sync::PollSemaphore;

type Job = Pin<Box<dyn Future<Output = u32> + Send>>;

struct Pool<F> {
    running: FuturesUnordered<F>,
}

impl<F: Future<Output = u32>> Pool<F> {
    async fn drain(mut self) -> u32 {
        use futures::stream::StreamExt;

        let mut sum = 0;
        while let Some(number) = self.running.next().await {
            sum += number;
        }
        sum
    }
}

fn numbers() -> stream::Iter<std::vec::IntoIter<u32>> {
    stream::iter(vec![1, 2, 3])
}

fn all(jobs: Vec<Job>) -> JoinAll<Job> {
    join_all(jobs)
}

/// tokio-stream's methods take closures that are not async.
async fn evens() -> Vec<u32> {
    use tokio_stream::StreamExt;

    numbers().filter(|number| number % 2 == 0).collect().await
}

async fn permits() {
    let semaphore = Arc::new(Semaphore::new(2));
    let mut poll = PollSemaphore::new(semaphore.clone());
    let permit = poll_fn(|context| poll.poll_acquire(context)).await;
    println!("{} left", semaphore.available_permits());
    drop(permit);
    println!("{} left", semaphore.available_permits());
}

async fn bridge() -> std::io::Result<()> {
    let (mut ours, theirs) = tokio::io::duplex(64);
    let handle = Handle::current();
    let reader = tokio::task::spawn_blocking(move || {
        let mut text = String::new();
        SyncIoBridge::new_with_handle(theirs, handle).read_to_string(&mut text)?;
        std::io::Result::Ok(text)
    });
    ours.write_all(b"across").await?;
    drop(ours);
    println!("{}", reader.await??);
    Ok(())
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let jobs: Vec<Job> = vec![Box::pin(async { 1 }), Box::pin(async { 2 })];
    println!("{:?}", all(jobs).await);
    println!("{:?}", evens().await);
    let pool: Pool<Job> = Pool { running: FuturesUnordered::new() };
    pool.running.push(Box::pin(async { 5 }));
    println!("{}", pool.drain().await);
    permits().await;
    bridge().await
}
