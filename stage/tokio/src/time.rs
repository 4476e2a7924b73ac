//! `tokio::time`, where the virtual clock is always paused.

pub use ::tokio::time::*;

use stage::{Clock, clock};

/// As [`tokio::time::pause`]; on the virtual clock, which is paused from the start, `std::time::Instant` then moves as the
/// real clock does.
#[track_caller]
pub fn pause() {
    match clock() {
        Clock::Real => ::tokio::time::pause(),
        Clock::Virtual => stage::pause(),
    }
}

/// As [`tokio::time::resume`]; on the virtual clock, which stays paused, `std::time::Instant` then moves with it again.
#[track_caller]
pub fn resume() {
    match clock() {
        Clock::Real => ::tokio::time::resume(),
        Clock::Virtual => stage::resume(),
    }
}
