use std::hint::black_box;

use tokio::sync::{broadcast, mpsc, watch};

use crate::harness::{Bench, as_task, one_thread, operation};

pub const ASKS: &str = "What does it cost to tell several at once?";

/// How many are told.
const RECEIVERS: u64 = 8;
/// How many messages a channel has room for.
const CAPACITY: usize = 16;

pub fn measure(bench: &mut Bench) {
    bench.boxed();

    let one = one_thread();
    bench.time(operation("one", "Send a message by `broadcast` to one receiver, and receive it"), |rounds| {
        as_task(&one, tell_all(1, rounds));
    });
    let eight = operation("eight", "Send a message by `broadcast` to eight receivers, and receive it: for each of them");
    bench.time(eight.per_round(RECEIVERS), |rounds| {
        as_task(&one, tell_all(RECEIVERS, rounds));
    });
    let queues = operation("queues", "Send the message through eight queues instead: for each of them");
    bench.time(queues.per_round(RECEIVERS), |rounds| {
        as_task(&one, async move {
            let mut queues: Vec<_> = (0..RECEIVERS).map(|_| mpsc::channel(CAPACITY)).collect();
            for round in 0..rounds {
                for (sender, _) in &queues {
                    sender.send(round).await.expect("the receiver lives");
                }
                for (_, receiver) in &mut queues {
                    black_box(receiver.recv().await.expect("a message was sent"));
                }
            }
        });
    });
    bench.time(operation("watch", "Set a `watch` value, see the change, and read it"), |rounds| {
        as_task(&one, set(1, rounds));
    });
    let eight = operation("watch-eight", "Set a `watch` value; eight receivers see the change and read it: for each of them");
    bench.time(eight.per_round(RECEIVERS), |rounds| {
        as_task(&one, set(RECEIVERS, rounds));
    });
}

async fn tell_all(count: u64, rounds: u64) {
    let sender = broadcast::Sender::new(CAPACITY);
    let mut receivers: Vec<_> = (0..count).map(|_| sender.subscribe()).collect();
    for round in 0..rounds {
        sender.send(round).expect("the receivers live");
        for receiver in &mut receivers {
            black_box(receiver.recv().await.expect("a message was sent"));
        }
    }
}

async fn set(count: u64, rounds: u64) {
    let sender = watch::Sender::new(0);
    let mut receivers: Vec<_> = (0..count).map(|_| sender.subscribe()).collect();
    for round in 0..rounds {
        sender.send(round).expect("the receivers live");
        for receiver in &mut receivers {
            receiver.changed().await.expect("the sender lives");
            black_box(*receiver.borrow_and_update());
        }
    }
}
