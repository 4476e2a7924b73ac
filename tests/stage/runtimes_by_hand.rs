use std::time::Duration;
use tokio::runtime::{Builder, LocalRuntime, Runtime};
use tokio::time::{Instant, pause, sleep};

async fn wait(what: &str) {
    let start = Instant::now();
    sleep(Duration::from_secs(1)).await;
    println!("{what}: {:.1}s", start.elapsed().as_secs_f64());
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let runtime = Runtime::new()?;
    runtime.block_on(wait("Runtime::new"));
    let task = runtime.spawn(wait("Runtime::spawn"));
    runtime.block_on(task)?;
    runtime.block_on(async { runtime.handle().spawn(wait("Handle::spawn")).await })?;
    runtime.shutdown_timeout(Duration::from_secs(1));

    let runtime = Builder::new_multi_thread()
        .worker_threads(3)
        .thread_name("kitchen")
        .on_thread_start(|| {})
        .enable_all()
        .build()?;
    runtime.block_on(wait("Builder"));
    let runtime = Builder::new_current_thread().enable_time().build()?;
    runtime.block_on(async {
        pause();
        wait("enable_time").await;
    });
    let runtime = LocalRuntime::new()?;
    let task = runtime.spawn_local(wait("LocalRuntime"));
    runtime.block_on(task)?;
    Ok(())
}
