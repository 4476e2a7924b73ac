//! `tokio::time`, where the virtual clock is always paused.

pub use ::tokio::time::*;

use stage::{Clock, clock};

/// As [`tokio::time::pause`]; does nothing on the virtual clock, which is paused from the start.
#[track_caller]
pub fn pause() {
    if clock() == Clock::Real {
        ::tokio::time::pause();
    }
}

/// As [`tokio::time::resume`]; does nothing on the virtual clock, which stays paused.
#[track_caller]
pub fn resume() {
    if clock() == Clock::Real {
        ::tokio::time::resume();
    }
}
