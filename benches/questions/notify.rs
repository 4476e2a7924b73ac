use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use tokio::sync::Notify;

use crate::harness::{Bench, one_thread, operation, two_workers};

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
    // Nothing here ends a task's turn early: a permit that is available spends none of the budget of 128 operations.
    bench.repeat_task(&one, operation("permit", "Notify, and wait then: the permit is there already"), move || {
        let notify = notify.clone();
        async move {
            notify.notify_one();
            notify.notified().await;
        }
    });
    let tasks = operation("tasks", "Notify another task that notifies this one, to and fro; one thread");
    bench.time_task(&one, tasks, ping_pong);
    // A worker runs the task that it has woken next, and the other worker does not steal that task. So both tasks are soon on the same
    // worker, and the other one idles.
    let workers = operation("workers", "Do the same on a runtime with two worker threads");
    bench.time_task(&two, workers, ping_pong);
    let outside = operation("outside", "Do the same between a worker thread and the thread of `block_on`");
    bench.time(outside, |rounds| two.block_on(ping_pong(rounds)));
}

/// Parks this thread until it is its turn: `park` may also return for other reasons.
fn park_until(is_my_turn: impl Fn() -> bool) {
    while !is_my_turn() {
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
    other.await.expect("the task does not panic");
}
