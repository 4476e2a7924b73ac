use std::future::ready;

use tokio::runtime::Runtime;
use tokio::task::yield_now;

use crate::harness::{Bench, as_task, one_thread, operation, together, two_workers};

pub const ASKS: &str = "What does a runtime cost, and what do its threads?";

const TASKS: u64 = 1_000;

pub fn measure(bench: &mut Bench) {
    bench.thread();

    let build = operation("build", "Build a runtime, run a future that is ready, and drop it; one thread");
    bench.repeat(build, || run_ready(&one_thread()));
    let build = operation("build-workers", "Do the same with two worker threads");
    bench.repeat(build, || run_ready(&two_workers()));

    let (one, two) = (one_thread(), two_workers());
    bench.repeat(operation("block-on", "Run a future that is ready: `block_on`; one thread"), || run_ready(&one));
    bench.repeat(operation("block-on-workers", "Do the same with two worker threads"), || run_ready(&two));

    // If no other task is ready, Tokio looks for events after each turn, with a system call. If others are ready, it looks after 61 turns.
    let outside = operation("yield-outside", "Call `yield_now` in the future of `block_on` itself; one thread");
    bench.time(outside, |rounds| one.block_on(yields(rounds)));
    let alone = operation("yield-alone", "Call `yield_now` in a task that is the only one; one thread");
    bench.time_task(&one, alone, yields);
    let among = operation("yield", "Call `yield_now` in one of 1,000 tasks that all do so; one thread");
    bench.time(among.per_round(TASKS), |rounds| as_task(&one, together(TASKS, move || yields(rounds))));
    let among = operation("yield-workers", "Do the same on two worker threads").per_round(TASKS);
    bench.time(among, |rounds| as_task(&two, together(TASKS, move || yields(rounds))));
}

fn run_ready(runtime: &Runtime) {
    runtime.block_on(ready(()));
}

async fn yields(rounds: u64) {
    for _ in 0..rounds {
        yield_now().await;
    }
}
