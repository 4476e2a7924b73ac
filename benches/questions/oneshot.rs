use tokio::sync::oneshot;

use crate::harness::{Bench, as_task, one_thread, operation, two_workers};

pub const ASKS: &str = "What does it cost to hand over one value?";

pub fn measure(bench: &mut Bench) {
    bench.boxed();

    let one = one_thread();
    let there = operation("there", "Make the pair, send, receive; the value is there when it is asked for");
    bench.time(there, |rounds| {
        as_task(&one, async move {
            for round in 0..rounds {
                let (sender, receiver) = oneshot::channel();
                sender.send(round).expect("the receiver lives");
                std::hint::black_box(receiver.await.expect("a value was sent"));
            }
        });
    });
    bench.time(there.by("futures"), |rounds| {
        as_task(&one, async move {
            for round in 0..rounds {
                let (sender, receiver) = futures::channel::oneshot::channel();
                sender.send(round).expect("the receiver lives");
                std::hint::black_box(receiver.await.expect("a value was sent"));
            }
        });
    });

    bench.time(operation("waiting", "Spawn a task that sends, and wait for the value; one thread"), |rounds| {
        as_task(&one, wait(rounds));
    });
    let two = two_workers();
    bench.time(operation("waiting-workers", "The same on two worker threads"), |rounds| {
        as_task(&two, wait(rounds));
    });
}

async fn wait(rounds: u64) {
    for round in 0..rounds {
        let (sender, receiver) = oneshot::channel();
        tokio::spawn(async move { sender.send(round) });
        std::hint::black_box(receiver.await.expect("a value was sent"));
    }
}
