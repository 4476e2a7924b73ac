//! `tokio::time`, where the virtual clock is paused already, and stays so.

pub use ::tokio::time::*;

use stage::{Clock, clock};

/// As [`tokio::time::pause`]; on the virtual clock, which is paused from the start, there is nothing to do.
#[track_caller]
pub fn pause() {
    if clock() == Clock::Real {
        ::tokio::time::pause();
    }
}

/// As [`tokio::time::resume`]; the virtual clock does not become a real one.
#[track_caller]
pub fn resume() {
    if clock() == Clock::Real {
        ::tokio::time::resume();
    }
}
