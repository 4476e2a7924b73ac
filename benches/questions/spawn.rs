use std::hint::black_box;

use tokio::task::yield_now;

use crate::harness::{Bench, one_thread, operation, together, two_workers};

pub const ASKS: &str = "What does it cost to start something and to wait for its end?";

pub fn measure(bench: &mut Bench) {
    bench.thread();

    let (one, two) = (one_thread(), two_workers());
    bench.repeat_task(&one, operation("await", "Await an `async fn` that does not wait"), nothing);
    bench.time_task(&one, operation("task", "Spawn a task, and await it"), spawn);
    bench.time_task(&two, operation("task-workers", "Spawn a task, and await it; two worker threads"), spawn);
    let many = operation("thousand", "One of 1,000 tasks that are spawned first and awaited then").per_round(1_000);
    bench.repeat_task(&one, many, || together(1_000, nothing));
    let alone = operation("yield", "Await `yield_now`, as the only task: Tokio looks for events each time");
    bench.repeat_task(&one, alone, yield_now);
}

async fn spawn(rounds: u64) {
    for _ in 0..rounds {
        tokio::spawn(nothing()).await.expect("the task does not panic");
    }
}

#[inline(never)]
async fn nothing() {
    black_box(());
}
