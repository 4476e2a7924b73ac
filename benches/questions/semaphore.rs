use std::hint::black_box;
use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::yield_now;

use crate::harness::{Bench, one_thread, operation};

pub const ASKS: &str = "What does a permit cost?";

/// The number of tasks that contend for permits.
const TASKS: u64 = 8;
/// The number of permits.
const PERMITS: usize = 2;

pub fn measure(bench: &mut Bench) {
    bench.atomic();

    let one = one_thread();
    let semaphore = Semaphore::new(PERMITS);
    bench.repeat(operation("try", "Take a permit with `try_acquire`, and give it back"), || {
        drop(black_box(black_box(&semaphore).try_acquire()));
    });
    let alone = operation("alone", "Take a permit, and give it back; nobody else wants one");
    bench.time_task(&one, alone, async |rounds| {
        let semaphore = Semaphore::new(PERMITS);
        for _ in 0..rounds {
            drop(black_box(semaphore.acquire().await));
        }
    });
    bench.time_task(&one, operation("owned", "The same with `acquire_owned`"), async |rounds| {
        let semaphore = Arc::new(Semaphore::new(PERMITS));
        for _ in 0..rounds {
            drop(black_box(semaphore.clone().acquire_owned().await));
        }
    });
    let waiting = operation("waiting", "Take a permit, `yield_now`, give it back; eight tasks on one thread, two permits");
    bench.time_tasks(&one, waiting, TASKS, Semaphore::new(PERMITS), async |semaphore, rounds| {
        for _ in 0..rounds {
            let _permit = semaphore.acquire().await.expect("the semaphore is open");
            yield_now().await;
        }
    });
}
