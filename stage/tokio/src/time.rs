//! `tokio::time`, where the virtual clock is always paused, and whose instants become those of the stage's `std`.

pub use ::tokio::time::*;

use std::future::IntoFuture;

use stage::{Clock, clock};

mod instant;
mod interval;
mod sleep;

pub use instant::Instant;
pub use interval::{Interval, interval, interval_at};
pub use sleep::{Sleep, sleep, sleep_until};

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

#[track_caller]
pub fn timeout_at<F: IntoFuture>(deadline: Instant, future: F) -> Timeout<F::IntoFuture> {
    ::tokio::time::timeout_at(deadline.into(), future)
}
