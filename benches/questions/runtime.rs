use std::future::ready;

use tokio::runtime::Runtime;
use tokio::task::yield_now;

use crate::harness::{Bench, as_task, one_thread, operation, together, two_workers};

pub const ASKS: &str = "What does a runtime cost, and what do its threads?";

const TASKS: u64 = 1_000;

pub fn measure(bench: &mut Bench) {
    bench.thread();

    let build = operation("build", "Build a runtime, run a future that is ready, and drop it; one thread");
    bench.time(build, |rounds| build_and_drop(rounds, one_thread));
    let build = operation("build-workers", "Do the same with two worker threads");
    bench.time(build, |rounds| build_and_drop(rounds, two_workers));

    let (one, two) = (one_thread(), two_workers());
    let ready = operation("block-on", "Run a future that is ready: `block_on`; one thread");
    bench.time(ready, |rounds| block_on(rounds, &one));
    bench.time(operation("block-on-workers", "Do the same with two worker threads"), |rounds| block_on(rounds, &two));

    // When no other task is ready, Tokio looks for events after each turn: a system call. When others are, it does so after 61 turns.
    let outside = operation("yield-outside", "Call `yield_now` in the future of `block_on` itself; one thread");
    bench.time(outside, |rounds| one.block_on(yields(rounds)));
    let alone = operation("yield-alone", "Call `yield_now` in a task that is the only one; one thread");
    bench.time(alone, |rounds| as_task(&one, yields(rounds)));
    let among = operation("yield", "Call `yield_now` in one of 1,000 tasks that all do so; one thread");
    bench.time(among.per_round(TASKS), |rounds| as_task(&one, together(TASKS, move || yields(rounds))));
    let among = operation("yield-workers", "Do the same on two worker threads").per_round(TASKS);
    bench.time(among, |rounds| as_task(&two, together(TASKS, move || yields(rounds))));
}

fn build_and_drop(rounds: u64, build: fn() -> Runtime) {
    for _ in 0..rounds {
        build().block_on(ready(()));
    }
}

fn block_on(rounds: u64, runtime: &Runtime) {
    for _ in 0..rounds {
        runtime.block_on(ready(()));
    }
}

async fn yields(rounds: u64) {
    for _ in 0..rounds {
        yield_now().await;
    }
}
