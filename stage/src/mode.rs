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

static CLOCK: OnceLock<Clock> = OnceLock::new();
static IS_RECORDED: OnceLock<bool> = OnceLock::new();

static BLOCKS_IN_PLACE: OnceLock<bool> = OnceLock::new();

/// Chooses the clock, whether waits are recorded, and whether the listing blocks in place, once, before the listing's `main`.
pub(crate) fn choose(clock: Clock, is_recorded: bool, blocks_in_place: bool) {
    CLOCK.set(clock).expect("a process runs one listing");
    IS_RECORDED.set(is_recorded).expect("a process runs one listing");
    BLOCKS_IN_PLACE
        .set(blocks_in_place)
        .expect("a process runs one listing");
}

/// Whether the program calls `block_in_place`, on the virtual clock. Then tasks are polled on threads that the runtime can do without.
pub fn blocks_in_place() -> bool {
    let told = || setup().is_some_and(|setup| setup.blocks_in_place);
    clock() == Clock::Virtual && BLOCKS_IN_PLACE.get().copied().unwrap_or_else(told)
}

/// Whether it is recorded what each lane waits for and which line opened it. That takes a stack for each wait, so it is not done unless
/// somebody will read it: a trace, or the report of a deadlock.
pub(crate) fn is_recorded() -> bool {
    IS_RECORDED.get().copied().unwrap_or(true)
}

/// The clock of this process. Until one is chosen it is [`Clock::Real`], or [`Clock::Virtual`] if the process was given a setup.
pub fn clock() -> Clock {
    *CLOCK.get().unwrap_or(match setup() {
        Some(_) => &Clock::Virtual,
        None => &Clock::Real,
    })
}
