//! The choice of clock.

use std::sync::OnceLock;

/// The clock on which the listing runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// As the listing is written: its own runtime, real seconds.
    Real,
    /// One thread, seeded, time paused: when no task can run, the clock jumps to the next timer.
    Virtual,
}

static CLOCK: OnceLock<Clock> = OnceLock::new();

/// Chooses the clock, once, before the listing's `main`.
pub(crate) fn choose(clock: Clock) {
    CLOCK.set(clock).expect("a process runs one listing");
}

/// The clock of this process; [`Clock::Real`] until one is chosen.
pub fn clock() -> Clock {
    CLOCK.get().copied().unwrap_or(Clock::Real)
}
