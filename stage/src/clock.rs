//! The two clocks, and what the virtual one does to time.

use std::future::{Future, poll_fn};
use std::panic::Location;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use tokio::task::coop::unconstrained;
use tokio::time::Instant;

use crate::lane::{MainLane, running};
use crate::{blocking, deadlock, registry};

/// On which clock the listing runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// As the listing is written: its own runtime, real seconds.
    Real,
    /// One thread, seeded, time paused: when nothing can run, the clock jumps to the next timer.
    Virtual,
}

static CLOCK: OnceLock<Clock> = OnceLock::new();

/// Chooses the clock, once, before the listing's `main`.
pub(crate) fn set(clock: Clock) {
    CLOCK.set(clock).expect("a process runs one listing");
}

/// The clock of this process; [`Clock::Real`] until one is chosen.
pub fn clock() -> Clock {
    CLOCK.get().copied().unwrap_or(Clock::Real)
}

/// Whether tokio's random choices (`select!`, `watch`) are seeded on the virtual clock, so that runs are equal.
///
/// They are when tokio is built with `--cfg tokio_unstable`, which `.cargo/config.toml` asks for.
pub const fn is_seeded() -> bool {
    cfg!(tokio_unstable)
}

/// `std::thread::sleep`, as the listings call it.
///
/// In async code on the virtual clock the thread is held and the clock moves on by `duration`, as it would in reality: no task
/// runs meanwhile. In a closure given to `spawn_blocking` the closure's thread is held, and the tasks go on. Everywhere else it is the
/// standard library's.
#[track_caller]
pub fn block_thread(duration: Duration) {
    if clock() == Clock::Real || running().is_none() {
        std::thread::sleep(duration);
        return;
    }
    registry::blocked(running(), duration, Location::caller());
    if blocking::is_closure() {
        blocking::sleep(duration);
    } else {
        advance(duration);
    }
}

/// Moves the runtime's clock, at once.
pub(crate) fn advance(duration: Duration) {
    // The first poll does it; what would be awaited afterwards is other tasks, which must not run now.
    let _ = pin!(tokio::time::advance(duration)).poll(&mut Context::from_waker(Waker::noop()));
}

/// Brings the clock of a runtime that is entered to where that of the one before it was left.
///
/// The clock of each starts at the real time of its making, far behind the virtual time that has gone by: an `Instant` of one
/// runtime would lie in the future of the next.
fn catch_up() {
    let behind = registry::latest().map_or(Duration::ZERO, |latest| {
        latest.saturating_duration_since(Instant::now())
    });
    if !behind.is_zero() {
        // Timers go off at whole milliseconds from the making of the runtime: its time stays one of those.
        let millis = behind.as_nanos().div_ceil(1_000_000);
        advance(Duration::from_millis(u64::try_from(millis).unwrap_or(u64::MAX)));
    }
}

/// A timer so far away that only a program with nothing else to wait for ever reaches it.
const HORIZON: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// The future that a runtime's `block_on` drives on the virtual clock: the listing's own, under watch.
///
/// The paused clock jumps to the next timer whenever nothing can run. If it ever arrives at the horizon, no task can run and no
/// other timer is set: nothing can wake the program again. Then the report is printed and the process ends. Without timers in the
/// runtime (`has_timers`) there can be no horizon, and such a program is waited for.
pub async fn run_main<T>(main: MainLane<'_, T>, has_timers: bool) -> T {
    if has_timers {
        catch_up();
    }
    registry::start_clock();
    let mut main = pin!(main);
    // Unconstrained: the timer must not use up the cooperative budget that the listing's own awaits are counted by.
    let mut horizon = pin!(has_timers.then(|| unconstrained(tokio::time::sleep(HORIZON))));
    // What wakes the runtime's thread for the stage's own ends must not poll the listing.
    let calls = Arc::new(Calls::default());
    poll_fn(|context| {
        blocking::set_waker(context.waker());
        let horizon = horizon.as_mut().as_pin_mut();
        if horizon.is_some_and(|horizon| horizon.poll(context).is_ready()) {
            deadlock::report_and_exit();
        }
        calls.set(context.waker());
        if !calls.is_called.swap(false, Ordering::AcqRel) {
            return Poll::Pending;
        }
        main.as_mut().poll(&mut Context::from_waker(&calls.clone().into()))
    })
    .await
}

/// Passes calls of a waker on, and remembers that there was one.
struct Calls {
    is_called: AtomicBool,
    waker: Mutex<Waker>,
}

impl Default for Calls {
    /// Called already: every future is polled once.
    fn default() -> Self {
        Self {
            is_called: AtomicBool::new(true),
            waker: Mutex::new(Waker::noop().clone()),
        }
    }
}

impl Calls {
    fn set(&self, waker: &Waker) {
        self.waker
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone_from(waker);
    }
}

impl Wake for Calls {
    fn wake(self: Arc<Self>) {
        self.is_called.store(true, Ordering::Release);
        let waker = self.waker.lock().unwrap_or_else(PoisonError::into_inner);
        waker.wake_by_ref();
    }
}
