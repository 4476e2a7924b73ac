//! What `std::time::Instant` shows: the virtual time, unless the listing itself pauses Tokio's clock.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::mode::{Clock, clock};
use crate::registry;

/// A clock that goes on as the real one does, from what it showed at some moment.
#[derive(Clone, Copy)]
struct Running {
    shown: Instant,
    since: Instant,
}

impl Running {
    fn from(shown: Instant) -> Self {
        let since = Instant::now();
        Self { shown, since }
    }

    fn now(self) -> Instant {
        self.shown + self.since.elapsed()
    }
}

struct State {
    /// The clock outside of the runtimes, once there was one.
    outside: Option<Running>,
    /// The clock while the listing pauses Tokio's.
    paused: Option<Running>,
    /// How much Tokio's clock was moved while it was paused, or while nothing could happen.
    skipped: Duration,
}

static STATE: Mutex<State> = Mutex::new(State {
    outside: None,
    paused: None,
    skipped: Duration::ZERO,
});

/// Calls `action` with the state; it is consistent between any two statements.
fn with<T>(action: impl FnOnce(&mut State) -> T) -> T {
    action(&mut STATE.lock().unwrap_or_else(PoisonError::into_inner))
}

/// As [`Instant::now`]; on the virtual clock, what that would show if virtual time were real.
///
/// In a runtime, and on other threads while one is driven, it moves as Tokio's clock does. Otherwise, and while the listing pauses that
/// one, it moves as the real one does.
pub fn now() -> Instant {
    match clock() {
        Clock::Real => Instant::now(),
        Clock::Virtual => with(|state| state.now()),
    }
}

impl State {
    fn now(&self) -> Instant {
        match self.paused {
            Some(paused) => paused.now(),
            None => self.unpaused() - self.skipped,
        }
    }

    fn unpaused(&self) -> Instant {
        if let Some(now) = registry::now() {
            return now.into_std();
        }
        let now = self.outside.map_or_else(Instant::now, Running::now);
        // The next runtime must not begin earlier.
        registry::show(now.into());
        now
    }
}

/// Records that the listing pauses Tokio's clock, with which `std`'s has nothing to do.
pub fn pause() {
    with(|state| state.paused = state.paused.or(Some(Running::from(state.now()))));
}

/// Records that the listing lets Tokio's clock go on.
pub fn resume() {
    with(|state| {
        let now = state.now();
        state.paused = None;
        state.skipped = state.unpaused().saturating_duration_since(now);
    });
}

/// Records that time passes outside of the runtimes without any real time.
pub(crate) fn skip(duration: Duration) {
    with(|state| {
        let now = state.outside.map_or_else(Instant::now, Running::now);
        state.outside = Some(Running::from(now + duration));
    });
}

/// Records that Tokio's clock has moved by this much while nothing could happen.
pub(crate) fn forget(silence: Duration) {
    with(|state| state.skipped += silence);
}

/// Records that a runtime has completed its future. Call it inside the runtime.
pub(crate) fn leave() {
    let now = tokio::time::Instant::now().into_std();
    with(|state| state.outside = Some(Running::from(now)));
}
