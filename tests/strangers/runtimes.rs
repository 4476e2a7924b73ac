use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio::time::{Instant, sleep};

struct Client {
    runtime: Runtime,
    count: Arc<AtomicU32>,
}

impl Client {
    fn new() -> std::io::Result<Self> {
        let runtime = Builder::new_multi_thread().worker_threads(1).thread_name("client").enable_time().build()?;
        Ok(Self { runtime, count: Arc::default() })
    }

    fn get(&self, millis: u64) -> u32 {
        let count = &self.count;
        self.runtime.block_on(async {
            sleep(Duration::from_millis(millis)).await;
            count.fetch_add(1, SeqCst) + 1
        })
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new()?;
    println!("{} {}", client.get(50), client.get(50));
    let count = client.count.clone();
    let task = client.runtime.spawn(async move {
        sleep(Duration::from_millis(50)).await;
        count.fetch_add(10, SeqCst);
    });
    client.runtime.block_on(task)?;
    println!("{}", client.get(1));
    let Client { runtime, .. } = client;
    let start = runtime.block_on(async { Instant::now() });
    runtime.shutdown_timeout(Duration::from_millis(100));
    let mut name = String::from("second");
    let second = Runtime::new()?;
    second.block_on(async { name.push('!') });
    println!("{name}");
    println!("{}", second.block_on(async { tokio::spawn(async move { sleep(Duration::from_millis(50)).await; start.elapsed() >= Duration::from_millis(50) }).await })?);
    let blocking = second.spawn_blocking(|| { std::thread::sleep(Duration::from_millis(50)); "from a thread" });
    println!("{}", second.block_on(async { blocking.await.unwrap() }));
    second.shutdown_background();
    let mut third = Builder::new_current_thread();
    let third = third.enable_all().on_thread_start(|| {}).build()?;
    println!("{}", third.block_on(Box::pin(async { tokio::join!(async { 1 }, async { 2 }).1 })));
    drop(third);
    Ok(())
}
