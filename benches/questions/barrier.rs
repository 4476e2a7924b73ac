use std::sync::Arc;
use std::thread;

use tokio::sync::Barrier;

use crate::harness::{Bench, one_thread, operation, together, two_workers};

pub const ASKS: &str = "What does it cost that several wait for each other?";

const MEMBERS: u64 = 8;

pub fn measure(bench: &mut Bench) {
    let threads = operation("threads", "Let eight threads meet at a `Barrier`; for one meeting of all");
    bench.time(threads.by("std"), |rounds| {
        let barrier = std::sync::Barrier::new(MEMBERS as usize);
        thread::scope(|scope| {
            for _ in 0..MEMBERS {
                scope.spawn(|| {
                    for _ in 0..rounds {
                        barrier.wait();
                    }
                });
            }
        });
    });

    let (one, two) = (one_thread(), two_workers());
    let tasks = operation("tasks", "Let eight tasks on one thread meet at a `Barrier`");
    bench.time_task(&one, tasks, meet);
    let workers = operation("workers", "Let eight tasks on two worker threads meet at a `Barrier`");
    bench.time_task(&two, workers, meet);

    let anew = operation("anew", "Spawn eight tasks anew instead, and await them; one thread");
    bench.repeat_task(&one, anew, || together(MEMBERS, async || ()));
    let anew = operation("anew-workers", "Do the same on two worker threads");
    bench.repeat_task(&two, anew, || together(MEMBERS, async || ()));
}

async fn meet(rounds: u64) {
    let barrier = Arc::new(Barrier::new(MEMBERS as usize));
    together(MEMBERS, || {
        let barrier = barrier.clone();
        async move {
            for _ in 0..rounds {
                barrier.wait().await;
            }
        }
    })
    .await;
}
