use std::future::poll_fn;
use std::iter::repeat_with;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::runtime::Runtime;
use tokio::sync::{Notify, Semaphore, broadcast, oneshot, watch};
use tokio::task::yield_now;

use crate::harness::{Bench, await_all, one_thread, operation, together, two_workers};

pub const ASKS: &str = "What does it cost to give many tasks one signal?";

const TASKS: usize = 10_000;

pub fn measure(bench: &mut Bench) {
    let runtimes = [one_thread(), two_workers()];
    let what = "Spawn 10,000 tasks that wait for nothing, and await them; for each, on one thread";
    both(bench, &runtimes, ["nothing", "nothing-workers"], what, || together(TASKS as u64, async || ()));

    let what = "Let 10,000 tasks wait for one `Notify`, `Event`, wake all, and await them; for each, on one thread";
    both(bench, &runtimes, ["notify", "notify-workers"], what, async || {
        let notify = Arc::new(Notify::new());
        let waits = repeat_with(|| notify.clone().notified_owned());
        fan_out(waits, || notify.notify_waiters()).await;
    });
    let what = "Do so with a `Semaphore` that gets a permit for each; one thread";
    both(bench, &runtimes, ["semaphore", "semaphore-workers"], what, async || {
        let semaphore = Arc::new(Semaphore::new(0));
        let waits = repeat_with(|| {
            let semaphore = semaphore.clone();
            async move { semaphore.acquire().await.expect("the semaphore is open").forget() }
        });
        fan_out(waits, || semaphore.add_permits(TASKS)).await;
    });
    let what = "Do so with a `watch` whose value changes; one thread";
    both(bench, &runtimes, ["watch", "watch-workers"], what, async || {
        let sender = watch::Sender::new(false);
        let waits = repeat_with(|| {
            let mut receiver = sender.subscribe();
            async move { receiver.changed().await.expect("the sender is alive") }
        });
        fan_out(waits, || sender.send_replace(true)).await;
    });
    let what = "Do so with a `broadcast` message; one thread";
    both(bench, &runtimes, ["broadcast", "broadcast-workers"], what, async || {
        let sender = broadcast::Sender::new(1);
        let waits = repeat_with(|| {
            let mut receiver = sender.subscribe();
            async move { receiver.recv().await.expect("a message was sent") }
        });
        fan_out(waits, || sender.send(()).expect("the receivers are alive")).await;
    });
    let what = "Do so with a `oneshot` for each; one thread";
    both(bench, &runtimes, ["oneshot", "oneshot-workers"], what, async || {
        let (senders, receivers): (Vec<_>, Vec<_>) = repeat_with(oneshot::channel).take(TASKS).unzip();
        let waits = receivers.into_iter().map(async |receiver| receiver.await.expect("the sender is alive"));
        let signal = || senders.into_iter().for_each(|sender| sender.send(()).expect("the receiver is alive"));
        fan_out(waits, signal).await;
    });
}

/// Measures an operation on one thread, and on two worker threads.
fn both<F>(
    bench: &mut Bench,
    [one, two]: &[Runtime; 2],
    [name, name_workers]: [&'static str; 2],
    what: &'static str,
    once: impl Fn() -> F + Clone + Send + 'static,
) where
    F: Future<Output = ()> + Send + 'static,
{
    bench.repeat_task(one, operation(name, what).per_round(TASKS as u64), once.clone());
    let workers = operation(name_workers, "Do the same on two worker threads");
    bench.repeat_task(two, workers.per_round(TASKS as u64), once);
}

/// Spawns tasks that wait, sends the signal once all of them do, and awaits them. Each await of a task that has ended spends one of the
/// budget of 128 operations, so this task yields in between; the cost includes that, as it does with `together`.
async fn fan_out<F, R>(waits: impl Iterator<Item = F>, signal: impl FnOnce() -> R)
where
    F: Future<Output = ()> + Send + 'static,
{
    let waiting = Arc::new(AtomicUsize::new(0));
    let task = |wait: F| {
        let waiting = waiting.clone();
        tokio::spawn(async move {
            let mut wait = pin!(wait);
            poll_fn(|context| {
                let answer = wait.as_mut().poll(context);
                waiting.fetch_add(usize::from(answer.is_pending()), Ordering::Relaxed);
                answer
            })
            .await;
        })
    };
    let tasks: Vec<_> = waits.take(TASKS).map(task).collect();
    while waiting.load(Ordering::Relaxed) < TASKS {
        yield_now().await;
    }
    signal();
    await_all(tasks).await;
}
