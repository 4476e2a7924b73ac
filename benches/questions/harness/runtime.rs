//! Runtimes and tasks for the questions.

use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;

/// A runtime with one thread, which is the thread that calls `block_on`.
pub fn one_thread() -> Runtime {
    Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("the system allows another runtime")
}

/// A runtime with two worker threads, on every machine.
pub fn two_workers() -> Runtime {
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("the system allows another runtime")
}

/// Runs a future as a task. The runtime treats the future given to `block_on` differently; the question `runtime` measures that.
///
/// # Panics
/// The future panics.
pub fn as_task<F>(runtime: &Runtime, future: F) -> F::Output
where
    F: Future<Output: Send> + Send + 'static,
{
    runtime.block_on(runtime.spawn(future)).expect("no task panics")
}

/// Spawns a number of tasks, each with a future of its own, and awaits them all.
///
/// # Panics
/// One of the tasks panics.
pub async fn together<F>(tasks: u64, future: impl Fn() -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    await_all((0..tasks).map(|_| tokio::spawn(future())).collect()).await;
}

/// Awaits tasks one after the other.
///
/// # Panics
/// One of the tasks panics.
pub async fn await_all(tasks: Vec<JoinHandle<()>>) {
    for task in tasks {
        task.await.expect("no task panics");
    }
}
