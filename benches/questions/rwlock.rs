use std::hint::black_box;

use tokio::runtime::Runtime;

use crate::harness::{Bench, one_thread, operation, two_workers};

pub const ASKS: &str = "Is a lock for many readers cheaper than a plain one?";

/// The number of tasks that read at the same time.
const TASKS: u64 = 4;

pub fn measure(bench: &mut Bench) {
    bench.atomic();
    let one = one_thread();
    read(bench, &one);
    write(bench, &one);
    shared(bench);
}

/// One task or thread reads; no other wants the lock.
fn read(bench: &mut Bench, one: &Runtime) {
    let read = operation("read", "Lock for reading, read, unlock; nobody else wants it");
    let std = std::sync::RwLock::new(0_u64);
    bench.repeat(read.by("std"), || {
        black_box(*black_box(&std).read().expect("no thread panics"));
    });
    let parking_lot = parking_lot::RwLock::new(0_u64);
    bench.repeat(read.by("parking_lot"), || {
        black_box(*black_box(&parking_lot).read());
    });
    bench.time_task(one, read, async |rounds| {
        let lock = tokio::sync::RwLock::new(0_u64);
        for _ in 0..rounds {
            black_box(*black_box(&lock).read().await);
        }
    });
}

/// One task or thread writes; no other wants the lock.
fn write(bench: &mut Bench, one: &Runtime) {
    let write = operation("write", "Lock for writing, add, unlock; nobody else wants it");
    let std = std::sync::RwLock::new(0_u64);
    bench.repeat(write.by("std"), || *black_box(&std).write().expect("no thread panics") += 1);
    let parking_lot = parking_lot::RwLock::new(0_u64);
    bench.repeat(write.by("parking_lot"), || *black_box(&parking_lot).write() += 1);
    bench.time_task(one, write, async |rounds| {
        let lock = tokio::sync::RwLock::new(0_u64);
        for _ in 0..rounds {
            *black_box(&lock).write().await += 1;
        }
    });
}

/// Measures tasks on two worker threads that read a number under a lock.
macro_rules! readers {
    ($bench:expr, $operation:expr, $lock:expr, |$name:ident| $read:expr) => {
        $bench.time_tasks(&two_workers(), $operation, TASKS, $lock, async |$name, rounds| {
            for _ in 0..rounds {
                black_box(*$read);
            }
        });
    };
}

/// Several tasks read. They hold the lock only for as long as it takes to read a number, so nearly all of the cost is the lock's.
fn shared(bench: &mut Bench) {
    let mutex = operation("mutex", "Lock a Mutex, read, unlock; four tasks on two worker threads");
    readers!(bench, mutex.by("std"), std::sync::Mutex::new(0), |lock| lock.lock().expect("no task panics"));
    readers!(bench, mutex, tokio::sync::Mutex::new(0), |lock| lock.lock().await);
    let readers = operation("readers", "Lock an RwLock for reading, read, unlock; the same tasks");
    readers!(bench, readers.by("std"), std::sync::RwLock::new(0), |lock| lock.read().expect("no task panics"));
    readers!(bench, readers.by("parking_lot"), parking_lot::RwLock::new(0), |lock| lock.read());
    readers!(bench, readers, tokio::sync::RwLock::new(0), |lock| lock.read().await);
}
