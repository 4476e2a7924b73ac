use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;
use std::{sync, thread};

use crate::harness::{Bench, operation};

pub const ASKS: &str = "What do the things cost of which all this is made?";

pub fn measure(bench: &mut Bench) {
    let atomic = AtomicU64::new(0);
    bench.time(operation("atomic", "Add to an atomic number; nobody else does").by("std"), |rounds| {
        for _ in 0..rounds {
            black_box(&atomic).fetch_add(1, Ordering::Relaxed);
        }
    });
    bench.time(operation("call", "Call a function that does nothing").by("std"), |rounds| {
        for _ in 0..rounds {
            black_box(nothing as fn())();
        }
    });
    bench.time(operation("box", "Put a number on the heap, and free it").by("std"), |rounds| {
        for round in 0..rounds {
            black_box(Box::new(round));
        }
    });
    bench.time(operation("now", "Look at the clock").by("std"), |rounds| {
        for _ in 0..rounds {
            black_box(Instant::now());
        }
    });
    // The cheapest thing that the system can be asked for.
    #[cfg(unix)]
    bench.time(operation("syscall", "Ask the system for the number of the parent process").by("std"), |rounds| {
        for _ in 0..rounds {
            black_box(std::os::unix::process::parent_id());
        }
    });
    bench.time(operation("thread", "Start a thread, and join it").by("std"), |rounds| {
        for _ in 0..rounds {
            thread::spawn(nothing).join().expect("it does not panic");
        }
    });
    bench.time(operation("hand-off", "Wake another thread, and be woken by it").by("std"), |rounds| {
        let (ask, asked) = sync::mpsc::channel();
        let (answer, answered) = sync::mpsc::channel();
        let other = thread::spawn(move || asked.into_iter().for_each(|round: u64| answer.send(round).expect("somebody waits")));
        for round in 0..rounds {
            ask.send(round).expect("the other thread waits");
            black_box(answered.recv().expect("the other thread answers"));
        }
        drop(ask);
        other.join().expect("it does not panic");
    });
}

#[inline(never)]
fn nothing() {
    black_box(());
}
