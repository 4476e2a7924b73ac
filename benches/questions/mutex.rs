use std::hint::black_box;

use tokio::task::yield_now;

use crate::harness::{Bench, one_thread, operation, two_workers};

pub const ASKS: &str = "What does a lock cost, and what does it cost when others want it, too?";

/// The number of tasks that contend for the lock.
const TASKS: u64 = 4;

pub fn measure(bench: &mut Bench) {
    bench.atomic();

    let alone = operation("alone", "Lock, add, and unlock; nobody else wants it");
    let std = std::sync::Mutex::new(0);
    bench.repeat(alone.by("std"), || *black_box(&std).lock().expect("no thread panics") += 1);
    let parking_lot = parking_lot::Mutex::new(0);
    bench.repeat(alone.by("parking_lot"), || *black_box(&parking_lot).lock() += 1);
    let (one, two) = (one_thread(), two_workers());
    bench.time_task(&one, alone, async |rounds| {
        let lock = tokio::sync::Mutex::new(0);
        for _ in 0..rounds {
            *black_box(&lock).lock().await += 1;
        }
    });

    let contended = operation("contended", "The same, by four tasks on two worker threads");
    bench.time_tasks(&two, contended.by("std"), TASKS, std::sync::Mutex::new(0), async |lock, rounds| {
        for _ in 0..rounds {
            *lock.lock().expect("no task panics") += 1;
        }
    });
    bench.time_tasks(&two, contended.by("parking_lot"), TASKS, parking_lot::Mutex::new(0), async |lock, rounds| {
        for _ in 0..rounds {
            *lock.lock() += 1;
        }
    });
    bench.time_tasks(&two, contended, TASKS, tokio::sync::Mutex::new(0), async |lock, rounds| {
        for _ in 0..rounds {
            *lock.lock().await += 1;
        }
    });

    // The task awaits while it holds the lock, which the locks for threads do not support.
    let across = operation("across", "Lock, `yield_now`, unlock; four tasks on one thread want it");
    bench.time_tasks(&one, across, TASKS, tokio::sync::Mutex::new(0), async |lock, rounds| {
        for _ in 0..rounds {
            let mut guard = lock.lock().await;
            yield_now().await;
            *guard += 1;
        }
    });
}
