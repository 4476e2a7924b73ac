use std::hint::black_box;

use tokio::sync::{broadcast, mpsc, watch};

use crate::harness::{Bench, one_thread, operation};

pub const ASKS: &str = "What does it cost to tell several at once?";

/// The number of receivers, where there are several.
const RECEIVERS: u64 = 8;
/// The number of messages for which a channel has room.
const CAPACITY: usize = 16;

pub fn measure(bench: &mut Bench) {
    bench.boxed();

    let one = one_thread();
    let single = operation("one", "Send a message by `broadcast` to one receiver, and receive it");
    bench.time_task(&one, single, |rounds| send(1, rounds));
    let eight = operation("eight", "Send a message by `broadcast` to eight receivers, and receive it: for each of them");
    bench.time_task(&one, eight.per_round(RECEIVERS), |rounds| send(RECEIVERS, rounds));
    let queues = operation("queues", "Send the message through eight queues instead: for each of them");
    bench.time_task(&one, queues.per_round(RECEIVERS), send_to_queues);
    let single = operation("watch", "Set a `watch` value, see the change, and read it");
    bench.time_task(&one, single, |rounds| set(1, rounds));
    let eight = operation("watch-eight", "Set a `watch` value; eight receivers see the change and read it: for each of them");
    bench.time_task(&one, eight.per_round(RECEIVERS), |rounds| set(RECEIVERS, rounds));
}

async fn send(receivers: u64, rounds: u64) {
    let sender = broadcast::Sender::new(CAPACITY);
    let mut receivers: Vec<_> = (0..receivers).map(|_| sender.subscribe()).collect();
    for round in 0..rounds {
        sender.send(round).expect("the receivers are alive");
        for receiver in &mut receivers {
            black_box(receiver.recv().await.expect("a message was sent"));
        }
    }
}

async fn send_to_queues(rounds: u64) {
    let mut queues: Vec<_> = (0..RECEIVERS).map(|_| mpsc::channel(CAPACITY)).collect();
    for round in 0..rounds {
        for (sender, _) in &queues {
            sender.send(round).await.expect("the receiver is alive");
        }
        for (_, receiver) in &mut queues {
            black_box(receiver.recv().await.expect("a message was sent"));
        }
    }
}

async fn set(receivers: u64, rounds: u64) {
    let sender = watch::Sender::new(0);
    let mut receivers: Vec<_> = (0..receivers).map(|_| sender.subscribe()).collect();
    for round in 0..rounds {
        sender.send(round).expect("the receivers are alive");
        for receiver in &mut receivers {
            receiver.changed().await.expect("the sender is alive");
            black_box(*receiver.borrow_and_update());
        }
    }
}
