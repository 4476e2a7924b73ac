//! What moves the virtual clock.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};
use std::time::Duration;

use tokio::time::Instant;

use crate::registry;

/// The virtual time: that of the runtime that is entered, or else of the one that is driven. Without any, the real time.
pub fn now() -> Instant {
    registry::now().unwrap_or_else(Instant::now)
}

/// Moves the runtime's clock, at once.
pub(crate) fn advance(duration: Duration) {
    // The first poll moves it. Awaiting the rest would let other tasks run, which must not run now.
    let _ = pin!(tokio::time::advance(duration)).poll(&mut Context::from_waker(Waker::noop()));
}

/// Moves the clock of a runtime that is entered to the latest time that any runtime has shown.
///
/// A runtime's clock starts at the real time at which it was built, far behind the virtual time that has passed: an `Instant` of one
/// runtime would lie in the future of the next.
pub(crate) fn catch_up() {
    let behind = registry::latest().map_or(Duration::ZERO, |latest| {
        latest.saturating_duration_since(Instant::now())
    });
    if !behind.is_zero() {
        // Timers fire at whole milliseconds after the runtime was built: its time must stay one of those.
        let millis = behind.as_nanos().div_ceil(1_000_000);
        advance(Duration::from_millis(u64::try_from(millis).unwrap_or(u64::MAX)));
    }
}
