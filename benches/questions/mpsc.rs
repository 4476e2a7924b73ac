use std::hint::black_box;
use std::thread;

use crate::harness::{Bench, one_thread, operation, two_workers};

pub const ASKS: &str = "What does it cost to send a message through a queue, and is one without bounds faster?";

/// The number of messages for which a bounded queue has room.
const CAPACITY: usize = 100;

/// Measures a task on one thread that sends a message and receives it.
macro_rules! alone {
    ($bench:expr, $operation:expr, $channel:expr, |$tx:ident, $message:ident| $send:expr, |$rx:ident| $receive:expr) => {
        $bench.time_task(&one_thread(), $operation, async |rounds| {
            #[allow(unused_mut)]
            let ($tx, mut $rx) = $channel;
            for $message in 0..rounds {
                $send.expect("the receiver is alive");
                black_box($receive.expect("a message was sent"));
            }
        });
    };
}

/// Measures a task on a worker thread that sends as fast as it can, and a future on the thread of `block_on` that receives. Two tasks on
/// workers would soon be on the same worker, since a worker runs the task that it has woken next.
macro_rules! tasks {
    ($bench:expr, $operation:expr, $channel:expr, |$tx:ident, $message:ident| $send:expr, |$rx:ident| $receive:expr) => {
        let two = two_workers();
        $bench.time($operation, |rounds| {
            #[allow(unused_mut)]
            let ($tx, mut $rx) = $channel;
            two.block_on(async move {
                tokio::spawn(async move {
                    for $message in 0..rounds {
                        $send.expect("the receiver is alive");
                    }
                });
                for _ in 0..rounds {
                    black_box($receive.expect("a message was sent"));
                }
            });
        });
    };
}

/// Measures the same with two threads instead of tasks, for channels that block.
macro_rules! threads {
    ($bench:expr, $operation:expr, $channel:expr) => {
        $bench.time($operation, |rounds| {
            let (tx, rx) = $channel;
            let sender = thread::spawn(move || (0..rounds).for_each(|message| tx.send(message).expect("the receiver is alive")));
            for _ in 0..rounds {
                black_box(rx.recv().expect("the sender is alive"));
            }
            sender.join().expect("the thread does not panic");
        });
    };
}

pub fn measure(bench: &mut Bench) {
    bench.boxed();
    one_task(bench);
    two_threads(bench);
}

fn one_task(bench: &mut Bench) {
    let bounded = operation("bounded", "Send a message and receive it, in one task; room for 100");
    alone!(bench, bounded, tokio::sync::mpsc::channel(CAPACITY), |tx, n| tx.send(n).await, |rx| rx.recv().await);
    alone!(bench, bounded.by("async-channel"), async_channel::bounded(CAPACITY), |tx, n| tx.send(n).await, |rx| rx.recv().await);
    alone!(bench, bounded.by("flume"), flume::bounded(CAPACITY), |tx, n| tx.send_async(n).await, |rx| rx.recv_async().await);
    alone!(bench, bounded.by("crossbeam-channel"), crossbeam_channel::bounded(CAPACITY), |tx, n| tx.send(n), |rx| rx.recv());
    alone!(bench, bounded.by("std"), std::sync::mpsc::sync_channel(CAPACITY), |tx, n| tx.send(n), |rx| rx.recv());

    let unbounded = operation("unbounded", "The same without bounds");
    alone!(bench, unbounded, tokio::sync::mpsc::unbounded_channel(), |tx, n| tx.send(n), |rx| rx.recv().await);
    alone!(bench, unbounded.by("async-channel"), async_channel::unbounded(), |tx, n| tx.send(n).await, |rx| rx.recv().await);
    alone!(bench, unbounded.by("flume"), flume::unbounded(), |tx, n| tx.send_async(n).await, |rx| rx.recv_async().await);
    alone!(bench, unbounded.by("crossbeam-channel"), crossbeam_channel::unbounded(), |tx, n| tx.send(n), |rx| rx.recv());
    alone!(bench, unbounded.by("std"), std::sync::mpsc::channel(), |tx, n| tx.send(n), |rx| rx.recv());
}

fn two_threads(bench: &mut Bench) {
    let bounded = operation("stream", "A message from one thread to another, as fast as it goes; room for 100");
    tasks!(bench, bounded, tokio::sync::mpsc::channel(CAPACITY), |tx, n| tx.send(n).await, |rx| rx.recv().await);
    tasks!(bench, bounded.by("async-channel"), async_channel::bounded(CAPACITY), |tx, n| tx.send(n).await, |rx| rx.recv().await);
    tasks!(bench, bounded.by("flume"), flume::bounded(CAPACITY), |tx, n| tx.send_async(n).await, |rx| rx.recv_async().await);
    threads!(bench, bounded.by("crossbeam-channel"), crossbeam_channel::bounded(CAPACITY));
    threads!(bench, bounded.by("std"), std::sync::mpsc::sync_channel(CAPACITY));

    let unbounded = operation("stream-unbounded", "The same without bounds");
    tasks!(bench, unbounded, tokio::sync::mpsc::unbounded_channel(), |tx, n| tx.send(n), |rx| rx.recv().await);
    tasks!(bench, unbounded.by("async-channel"), async_channel::unbounded(), |tx, n| tx.send(n).await, |rx| rx.recv().await);
    tasks!(bench, unbounded.by("flume"), flume::unbounded(), |tx, n| tx.send_async(n).await, |rx| rx.recv_async().await);
    threads!(bench, unbounded.by("crossbeam-channel"), crossbeam_channel::unbounded());
    threads!(bench, unbounded.by("std"), std::sync::mpsc::channel());

    let tasks = operation("stream-tasks", "A message from one task to another on one thread; room for 100");
    bench.time_task(&one_thread(), tasks, async |rounds| {
        let (tx, mut rx) = tokio::sync::mpsc::channel(CAPACITY);
        tokio::spawn(async move {
            for message in 0..rounds {
                tx.send(message).await.expect("the receiver is alive");
            }
        });
        for _ in 0..rounds {
            black_box(rx.recv().await);
        }
    });
}
