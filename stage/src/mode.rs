//! The choice of clock.

use std::sync::OnceLock;

use crate::setup::setup;

/// The clock on which the listing runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// As the listing is written: its own runtime, real seconds.
    Real,
    /// One thread, seeded, time paused: when no task can run, the clock jumps to the next timer.
    Virtual,
}

/// How a listing runs.
#[derive(Debug)]
struct Mode {
    clock: Clock,
    is_recorded: bool,
    blocks_in_place: bool,
}

static CHOSEN: OnceLock<Mode> = OnceLock::new();

/// Chooses the clock, whether waits are recorded, and whether the listing blocks in place, once, before the listing's `main`.
pub(crate) fn choose(clock: Clock, is_recorded: bool, blocks_in_place: bool) {
    let mode = Mode {
        clock,
        is_recorded,
        blocks_in_place,
    };
    CHOSEN.set(mode).expect("a process runs one listing");
}

/// Whether the program calls `block_in_place`, on the virtual clock. Then tasks are polled on threads that the runtime can do without.
pub fn blocks_in_place() -> bool {
    match CHOSEN.get() {
        Some(mode) => mode.clock == Clock::Virtual && mode.blocks_in_place,
        None => setup().is_some_and(|setup| setup.blocks_in_place),
    }
}

/// Whether it is recorded what each lane waits for and which line opened it. That takes a stack for each wait, so it is not done unless
/// somebody will read it: a trace, or the report of a deadlock.
pub(crate) fn is_recorded() -> bool {
    CHOSEN.get().is_none_or(|mode| mode.is_recorded)
}

/// The clock of this process. Until one is chosen it is [`Clock::Real`], or [`Clock::Virtual`] if the process was given a setup.
pub fn clock() -> Clock {
    match (CHOSEN.get(), setup()) {
        (Some(mode), _) => mode.clock,
        (None, Some(_)) => Clock::Virtual,
        (None, None) => Clock::Real,
    }
}
