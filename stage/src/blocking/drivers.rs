//! The threads that drive runtimes.

use std::task::Waker;
use std::time::Duration;

use tokio::runtime::Handle;

use super::turns::{CHANGED, turns};
use crate::asleep::Watch;

/// A thread that drives a runtime.
pub(super) struct Driver {
    /// Wakes it.
    pub(super) waker: Waker,
    /// Whether it has nothing to do.
    pub(super) is_parked: bool,
    /// The thread.
    pub(super) watch: Watch,
    /// The runtime.
    pub(super) handle: Handle,
    /// How often it was parked or went on.
    pub(super) parks: u64,
    /// That, and how long it had worked then, when it was last looked at.
    pub(super) seen: (u64, Duration),
    /// Whether it has worked for so long without a rest that its clock was let go.
    pub(super) is_let_go: bool,
}

/// Adds a thread that drives a runtime: the one that calls this.
pub(crate) fn add_driver(waker: &Waker) -> u64 {
    let mut turns = turns();
    turns.next_driver += 1;
    let number = turns.next_driver;
    let driver = Driver {
        waker: waker.clone(),
        is_parked: false,
        watch: Watch::here(),
        handle: Handle::current(),
        parks: 0,
        seen: (0, Duration::MAX),
        is_let_go: false,
    };
    turns.drivers.insert(number, driver);
    number
}

/// Looks whether a driver has worked for very long without a rest, as a loop that waits for the clock does: then the clock goes on, as in
/// reality. Returns for how long it has worked so.
pub(crate) fn let_go() -> Duration {
    /// How much processor time is very long.
    const LONG: Duration = Duration::from_secs(1);
    let mut longest = Duration::ZERO;
    for driver in turns().drivers.values_mut().filter(|driver| !driver.is_parked) {
        let Some(worked) = driver.watch.worked() else { continue };
        if driver.seen.0 != driver.parks || driver.seen.1 > worked {
            driver.seen = (driver.parks, worked);
        }
        let worked = worked - driver.seen.1;
        longest = longest.max(worked);
        if worked > LONG && !std::mem::replace(&mut driver.is_let_go, true) {
            let _context = driver.handle.enter();
            tokio::time::resume();
        }
    }
    longest
}

/// Keeps the waker that makes a driver look again.
pub(crate) fn set_waker(driver: u64, waker: &Waker) {
    if let Some(driver) = turns().drivers.get_mut(&driver) {
        driver.waker.clone_from(waker);
    }
}

/// Removes a driver. If it was the last, closures that sleep go on in real time once its thread is blocked.
pub(crate) fn remove_driver(driver: u64) {
    let mut turns = turns();
    if let Some(mut driver) = turns.drivers.remove(&driver) {
        driver.watch.restart();
        turns.last = Some(driver.watch);
    }
    CHANGED.notify_all();
}
