use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use tokio::sync::Notify;

use crate::harness::{Bench, as_task, one_thread, operation, two_workers};

pub const ASKS: &str = "What does it cost to wake another task?";

pub fn measure(bench: &mut Bench) {
    let threads = operation("threads", "Wake another thread that wakes this one: `unpark` and `park`, to and fro");
    bench.time(threads.by("std"), |rounds| {
        let ball = AtomicBool::new(false);
        let (ball, this) = (&ball, thread::current());
        thread::scope(|scope| {
            let other = scope.spawn(move || {
                for _ in 0..rounds {
                    park_until(|| ball.load(Ordering::Acquire));
                    ball.store(false, Ordering::Release);
                    this.unpark();
                }
            });
            for _ in 0..rounds {
                ball.store(true, Ordering::Release);
                other.thread().unpark();
                park_until(|| !ball.load(Ordering::Acquire));
            }
        });
    });

    let (one, two) = (one_thread(), two_workers());
    let notify = Arc::new(Notify::new());
    // Nothing here ends a task's turn early: a permit that is there takes nothing from the budget of 128 operations.
    bench.in_task(&one, operation("permit", "Notify, and wait then: the permit is there already"), move || {
        let notify = notify.clone();
        async move {
            notify.notify_one();
            notify.notified().await;
        }
    });
    let tasks = operation("tasks", "Notify another task that notifies this one, to and fro; one thread");
    bench.time(tasks, |rounds| as_task(&one, ping_pong(rounds)));
    // A task that is woken is the next one of the worker that woke it, and the other worker does not take it away: both soon are on
    // the same worker, and only this worker is busy.
    let workers = operation("workers", "Do the same on a runtime with two worker threads");
    bench.time(workers, |rounds| as_task(&two, ping_pong(rounds)));
    let outside = operation("outside", "Do the same between a worker thread and the thread of `block_on`");
    bench.time(outside, |rounds| two.block_on(ping_pong(rounds)));
}

/// A thread may be unparked for other reasons.
fn park_until(is_mine: impl Fn() -> bool) {
    while !is_mine() {
        thread::park();
    }
}

async fn ping_pong(rounds: u64) {
    let ping = Arc::new(Notify::new());
    let pong = Arc::new(Notify::new());
    let other = tokio::spawn({
        let (ping, pong) = (ping.clone(), pong.clone());
        async move {
            for _ in 0..rounds {
                ping.notified().await;
                pong.notify_one();
            }
        }
    });
    for _ in 0..rounds {
        ping.notify_one();
        pong.notified().await;
    }
    other.await.expect("it does not panic");
}
