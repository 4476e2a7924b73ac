use std::hint::black_box;
use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::harness::{Bench, as_task, one_thread, operation, together};

pub const ASKS: &str = "What does a permit cost?";

/// How many want a permit at once, where they wait, and how many there are.
const TASKS: u64 = 8;
const PERMITS: usize = 2;

pub fn measure(bench: &mut Bench) {
    bench.atomic();

    let one = one_thread();
    let semaphore = Arc::new(Semaphore::new(PERMITS));
    bench.time(operation("try", "Take a permit with `try_acquire`, and give it back"), |rounds| {
        for _ in 0..rounds {
            drop(black_box(black_box(&semaphore).try_acquire()));
        }
    });
    bench.time(operation("alone", "Take a permit, and give it back; nobody else wants one"), |rounds| {
        let semaphore = semaphore.clone();
        as_task(&one, async move {
            for _ in 0..rounds {
                drop(black_box(semaphore.acquire().await));
            }
        });
    });
    bench.time(operation("owned", "The same with `acquire_owned`"), |rounds| {
        let semaphore = semaphore.clone();
        as_task(&one, async move {
            for _ in 0..rounds {
                drop(black_box(semaphore.clone().acquire_owned().await));
            }
        });
    });
    let waiting = operation("waiting", "Take a permit, `yield_now`, give it back; eight tasks on one thread, two permits");
    bench.time(waiting.per_round(TASKS), |rounds| {
        let semaphore = semaphore.clone();
        as_task(
            &one,
            together(TASKS, move || {
                let semaphore = semaphore.clone();
                async move {
                    for _ in 0..rounds {
                        let _permit = semaphore.acquire().await.expect("it is open");
                        tokio::task::yield_now().await;
                    }
                }
            }),
        );
    });
}
