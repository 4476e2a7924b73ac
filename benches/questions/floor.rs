use std::hint::black_box;
use std::time::Instant;

use crate::harness::{Bench, operation};

pub const ASKS: &str = "What do the things cost of which all this is made?";

pub fn measure(bench: &mut Bench) {
    bench.atomic();
    bench.time(operation("call", "Call a function that does nothing").by("std"), |rounds| {
        for _ in 0..rounds {
            black_box(nothing as fn())();
        }
    });
    bench.boxed();
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
    bench.thread();
    bench.hand_off();
}

#[inline(never)]
fn nothing() {
    black_box(());
}
