use std::sync::Arc;

use crate::harness::{Bench, as_task, one_thread, operation, together, two_workers};

pub const ASKS: &str = "What does a lock cost, and what does it cost when others want it, too?";

/// How many lock it at once, where they contend for it.
const TASKS: u64 = 4;

pub fn measure(bench: &mut Bench) {
    bench.atomic();

    let alone = operation("alone", "Lock, add, and unlock; nobody else wants it");
    let std = std::sync::Mutex::new(0);
    let parking_lot = parking_lot::Mutex::new(0);
    let tokio = Arc::new(tokio::sync::Mutex::new(0));
    bench.time(alone.by("std"), |rounds| {
        for _ in 0..rounds {
            *std::hint::black_box(&std).lock().expect("nobody panicked") += 1;
        }
    });
    bench.time(alone.by("parking_lot"), |rounds| {
        for _ in 0..rounds {
            *std::hint::black_box(&parking_lot).lock() += 1;
        }
    });
    let one = one_thread();
    bench.time(alone, |rounds| {
        let tokio = tokio.clone();
        as_task(&one, async move {
            for _ in 0..rounds {
                *std::hint::black_box(&tokio).lock().await += 1;
            }
        });
    });

    let contended = operation("contended", "The same, by four tasks on two worker threads").per_round(TASKS);
    let two = two_workers();
    bench.time(contended.by("std"), |rounds| {
        let lock = Arc::new(std::sync::Mutex::new(0));
        as_task(&two, together(TASKS, move || {
            let lock = lock.clone();
            async move {
                for _ in 0..rounds {
                    *lock.lock().expect("nobody panicked") += 1;
                }
            }
        }));
    });
    bench.time(contended.by("parking_lot"), |rounds| {
        let lock = Arc::new(parking_lot::Mutex::new(0));
        as_task(&two, together(TASKS, move || {
            let lock = lock.clone();
            async move {
                for _ in 0..rounds {
                    *lock.lock() += 1;
                }
            }
        }));
    });
    bench.time(contended, |rounds| {
        let lock = Arc::new(tokio::sync::Mutex::new(0));
        as_task(&two, together(TASKS, move || {
            let lock = lock.clone();
            async move {
                for _ in 0..rounds {
                    *lock.lock().await += 1;
                }
            }
        }));
    });

    // Here the holder awaits something while it holds the lock, for which the locks of threads are not made.
    let across = operation("across", "Lock, `yield_now`, unlock; four tasks on one thread want it").per_round(TASKS);
    bench.time(across, |rounds| {
        let lock = Arc::new(tokio::sync::Mutex::new(0));
        as_task(&one, together(TASKS, move || {
            let lock = lock.clone();
            async move {
                for _ in 0..rounds {
                    let mut guard = lock.lock().await;
                    tokio::task::yield_now().await;
                    *guard += 1;
                }
            }
        }));
    });
}
