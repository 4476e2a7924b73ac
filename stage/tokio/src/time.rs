//! `tokio::time`, where the virtual clock is paused already.

pub use ::tokio::time::*;

use stage::{Clock, clock};

/// As [`tokio::time::pause`]; on the virtual clock, which is paused from the start, there is nothing to do.
#[track_caller]
pub fn pause() {
    if clock() == Clock::Real {
        ::tokio::time::pause();
    }
}
