use std::hint::black_box;

use tokio::sync::oneshot;

use crate::harness::{Bench, one_thread, operation, two_workers};

pub const ASKS: &str = "What does it cost to hand over one value?";

/// Measures a task that makes a channel, sends and receives.
macro_rules! there {
    ($bench:expr, $runtime:expr, $operation:expr, $channel:expr) => {
        $bench.time_task($runtime, $operation, async |rounds| {
            for round in 0..rounds {
                let (sender, receiver) = $channel;
                sender.send(round).expect("the receiver is alive");
                black_box(receiver.await.expect("a value was sent"));
            }
        });
    };
}

pub fn measure(bench: &mut Bench) {
    bench.boxed();

    let (one, two) = (one_thread(), two_workers());
    let there = operation("there", "Make the pair, send, receive; the value is there when it is asked for");
    there!(bench, &one, there, oneshot::channel());
    there!(bench, &one, there.by("futures"), futures::channel::oneshot::channel());

    bench.time_task(&one, operation("waiting", "Spawn a task that sends, and wait for the value; one thread"), wait);
    bench.time_task(&two, operation("waiting-workers", "The same on two worker threads"), wait);
}

async fn wait(rounds: u64) {
    for round in 0..rounds {
        let (sender, receiver) = oneshot::channel();
        tokio::spawn(async move { sender.send(round) });
        black_box(receiver.await.expect("a value was sent"));
    }
}
