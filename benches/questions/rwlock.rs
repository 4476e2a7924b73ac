use std::hint::black_box;
use std::sync::Arc;

use crate::harness::{Bench, as_task, one_thread, operation, together, two_workers};

pub const ASKS: &str = "Is a lock for many readers cheaper than a plain one?";

/// How many read at once, where they share.
const TASKS: u64 = 4;

pub fn measure(bench: &mut Bench) {
    bench.atomic();
    alone(bench);
    shared(bench);
}

/// One task, one thread: nobody waits.
fn alone(bench: &mut Bench) {
    let read = operation("read", "Lock for reading, read, unlock; nobody else wants it");
    let write = operation("write", "Lock for writing, add, unlock; nobody else wants it");
    let std = std::sync::RwLock::new(0_u64);
    bench.time(read.by("std"), |rounds| {
        for _ in 0..rounds {
            black_box(*black_box(&std).read().expect("nobody panicked"));
        }
    });
    let parking_lot = parking_lot::RwLock::new(0_u64);
    bench.time(read.by("parking_lot"), |rounds| {
        for _ in 0..rounds {
            black_box(*black_box(&parking_lot).read());
        }
    });
    let (one, tokio) = (one_thread(), Arc::new(tokio::sync::RwLock::new(0_u64)));
    bench.time(read, |rounds| {
        let tokio = tokio.clone();
        as_task(&one, async move {
            for _ in 0..rounds {
                black_box(*black_box(&tokio).read().await);
            }
        });
    });
    bench.time(write.by("std"), |rounds| {
        for _ in 0..rounds {
            *black_box(&std).write().expect("nobody panicked") += 1;
        }
    });
    bench.time(write.by("parking_lot"), |rounds| {
        for _ in 0..rounds {
            *black_box(&parking_lot).write() += 1;
        }
    });
    bench.time(write, |rounds| {
        let tokio = tokio.clone();
        as_task(&one, async move {
            for _ in 0..rounds {
                *black_box(&tokio).write().await += 1;
            }
        });
    });
}

/// Measures four tasks on two worker threads that read a number under a lock.
macro_rules! readers {
    ($bench:expr, $operation:expr, $lock:expr, |$name:ident| $read:expr) => {
        let (two, lock) = (two_workers(), Arc::new($lock));
        $bench.time($operation.per_round(TASKS), |rounds| {
            let lock = lock.clone();
            as_task(
                &two,
                together(TASKS, move || {
                    let $name = lock.clone();
                    async move {
                        for _ in 0..rounds {
                            black_box(*$read);
                        }
                    }
                }),
            );
        });
    };
}

/// Several read at once. The lock is held for as long as it takes to read a number: what is seen is the lock itself.
fn shared(bench: &mut Bench) {
    let mutex = operation("mutex", "Lock a Mutex, read, unlock; four tasks on two worker threads");
    readers!(bench, mutex.by("std"), std::sync::Mutex::new(0), |lock| lock.lock().expect("nobody panicked"));
    readers!(bench, mutex, tokio::sync::Mutex::new(0), |lock| lock.lock().await);
    let readers = operation("readers", "Lock an RwLock for reading, read, unlock; the same tasks");
    readers!(bench, readers.by("std"), std::sync::RwLock::new(0), |lock| lock.read().expect("nobody panicked"));
    readers!(bench, readers.by("parking_lot"), parking_lot::RwLock::new(0), |lock| lock.read());
    readers!(bench, readers, tokio::sync::RwLock::new(0), |lock| lock.read().await);
}
