use std::hint::black_box;

use crate::harness::{Bench, operation};

pub const ASKS: &str = "What do the things cost of which all this is made?";

pub fn measure(bench: &mut Bench) {
    bench.atomic();
    bench.repeat(operation("call", "Call a function that does nothing").by("std"), || black_box(nothing as fn())());
    bench.boxed();
    bench.now("Look at the clock");
    // One of the cheapest system calls.
    #[cfg(unix)]
    bench.repeat(operation("syscall", "Ask the system for the number of the parent process").by("std"), || {
        black_box(std::os::unix::process::parent_id());
    });
    bench.thread();
    bench.hand_off();
}

#[inline(never)]
fn nothing() {
    black_box(());
}
