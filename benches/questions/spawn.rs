use crate::harness::{Bench, as_task, one_thread, operation, two_workers};

pub const ASKS: &str = "What does it cost to start something and to wait for its end?";

pub fn measure(bench: &mut Bench) {
    bench.thread();

    let one = one_thread();
    bench.in_task(&one, operation("await", "Await an `async fn` that does not wait"), nothing);
    bench.time(operation("task", "Spawn a task, and await it"), |rounds| {
        as_task(&one, spawn(rounds));
    });
    let two = two_workers();
    bench.time(operation("task-workers", "Spawn a task, and await it; two worker threads"), |rounds| {
        as_task(&two, spawn(rounds));
    });
    let many = operation("thousand", "One of 1,000 tasks that are spawned first and awaited then").per_round(1_000);
    bench.time(many, |rounds| {
        as_task(&one, async move {
            for _ in 0..rounds {
                let tasks: Vec<_> = (0..1_000).map(|_| tokio::spawn(nothing())).collect();
                for task in tasks {
                    task.await.expect("it does not panic");
                }
            }
        });
    });
    bench.time(operation("yield", "Await `yield_now`, as the only task: Tokio looks for events each time"), |rounds| {
        as_task(&one, async move {
            for _ in 0..rounds {
                tokio::task::yield_now().await;
            }
        });
    });
}

async fn spawn(rounds: u64) {
    for _ in 0..rounds {
        tokio::spawn(nothing()).await.expect("it does not panic");
    }
}

#[inline(never)]
async fn nothing() {
    std::hint::black_box(());
}
