use std::collections::BTreeMap;
use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::task::{AbortHandle, JoinError, JoinHandle};

type Job = Pin<Box<dyn Future<Output = usize> + Send + 'static>>;

fn go<F, T>(name: &str, future: F) -> JoinHandle<(String, T)>
where
    F: IntoFuture<Output = T, IntoFuture: Send + 'static> + Send + 'static,
    T: Debug + Send + 'static,
{
    let (name, future) = (name.to_owned(), future.into_future());
    tokio::task::spawn(async move { (name, future.await) })
}

fn jobs() -> Vec<Job> {
    vec![Box::pin(async { 1 }), Box::pin(std::future::ready(2)), Box::pin(nap(50))]
}

async fn nap(millis: usize) -> usize {
    tokio::time::sleep(Duration::from_millis(millis as u64)).await;
    millis
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    println!("{:?}", go("ready", std::future::ready('x')).await?);
    println!("{:?}", go("nested", async { go("inner", nap(50)).await.unwrap() }).await?);
    for job in jobs() {
        println!("{}", tokio::spawn(job).await?);
    }
    let handles: Vec<JoinHandle<usize>> = jobs().into_iter().map(tokio::spawn).collect();
    for handle in handles {
        println!("{}", handle.await?);
    }
    let start: fn(Job) -> JoinHandle<usize> = tokio::task::spawn;
    println!("{}", start(Box::pin(nap(50))).await?);
    let seen = Arc::new(Mutex::new(BTreeMap::new()));
    let abort: AbortHandle = {
        let seen = Arc::clone(&seen);
        tokio::spawn(async move { let n = nap(60_000).await; seen.lock().unwrap().insert("key", n) }).abort_handle()
    };
    tokio::spawn(async {});
    tokio::spawn(async { println!("{} {}", nap(1).await, nap(2).await) }).await?;
    let _ = tokio::spawn(nap(10)).await?;
    abort.abort();
    println!("{:?} {}", seen.lock().unwrap(), tokio::spawn(nap(1)).await.is_ok());
    Ok(())
}
