//! What drives a runtime on the virtual clock: `block_on`'s future, and `std::thread::sleep`.

use std::future::{Future, poll_fn};
use std::panic::Location;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use tokio::task::coop::unconstrained;

use crate::blocking;
use crate::current::running;
use crate::deadlock;
use crate::instant;
use crate::lane::MainLane;
use crate::mode::{Clock, clock};
use crate::registry;
use crate::time::{advance, catch_up};

/// `std::thread::sleep`, as the listings call it.
///
/// In async code on the virtual clock it blocks the thread and moves the clock by `duration`: as in reality, no task runs meanwhile.
/// In a closure given to `spawn_blocking` it blocks only the closure's thread, and the tasks go on. Between two `block_on`s the main
/// thread moves the clock as well. On all other threads it is the standard library's function.
#[track_caller]
pub fn block_thread(duration: Duration) {
    if clock() == Clock::Real {
        std::thread::sleep(duration);
        return;
    }
    if running().is_none() {
        sleep_outside(duration);
        return;
    }
    registry::blocked(running(), duration, Location::caller());
    if blocking::is_closure() {
        blocking::sleep(duration);
    } else {
        advance(duration);
    }
}

/// Sleeps outside of async code. On the main thread virtual time passes, and real time only if other threads may need it.
fn sleep_outside(duration: Duration) {
    let is_main = std::thread::current().name() == Some("main");
    if is_main {
        registry::pass(duration);
    }
    if is_main && is_only_thread() {
        instant::skip(duration);
    } else {
        std::thread::sleep(duration);
    }
}

/// Whether this process has no other thread. Only Linux tells.
fn is_only_thread() -> bool {
    std::fs::read_dir("/proc/self/task").is_ok_and(|threads| threads.count() == 1)
}

/// A timer so far away that only a program with nothing else to wait for ever reaches it.
const HORIZON: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// The future that a runtime's `block_on` drives on the virtual clock: the listing's own, watched for deadlocks.
///
/// The paused clock jumps to the next timer whenever no task can run. If it ever reaches the horizon, no task can run and no
/// other timer is set: nothing can wake the program again. Then the report is printed and the process exits. A runtime without timers
/// (`has_timers`) cannot have a horizon: a deadlock there waits forever.
pub async fn run_main<T>(main: MainLane<'_, T>, has_timers: bool) -> T {
    if has_timers {
        catch_up();
    }
    registry::start_clock();
    let mut main = pin!(main);
    // Unconstrained: the timer must not use up the cooperative budget of the listing's own awaits.
    let mut horizon = pin!(has_timers.then(|| unconstrained(tokio::time::sleep(HORIZON))));
    // When the stage wakes the runtime's thread for its own purposes, the listing must not be polled.
    let wakes = Arc::new(Wakes::default());
    let result = poll_fn(|context| {
        blocking::set_waker(context.waker());
        let horizon = horizon.as_mut().as_pin_mut();
        if horizon.is_some_and(|horizon| horizon.poll(context).is_ready()) {
            deadlock::report_and_exit();
        }
        wakes.set(context.waker());
        if !wakes.is_woken.swap(false, Ordering::AcqRel) {
            return Poll::Pending;
        }
        main.as_mut().poll(&mut Context::from_waker(&wakes.clone().into()))
    })
    .await;
    instant::leave();
    result
}

/// Passes wakes on to a waker, and remembers that there was one.
struct Wakes {
    is_woken: AtomicBool,
    waker: Mutex<Waker>,
}

impl Default for Wakes {
    /// Woken already: every future is polled once.
    fn default() -> Self {
        Self {
            is_woken: AtomicBool::new(true),
            waker: Mutex::new(Waker::noop().clone()),
        }
    }
}

impl Wakes {
    fn set(&self, waker: &Waker) {
        self.waker
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone_from(waker);
    }
}

impl Wake for Wakes {
    fn wake(self: Arc<Self>) {
        self.is_woken.store(true, Ordering::Release);
        let waker = self.waker.lock().unwrap_or_else(PoisonError::into_inner);
        waker.wake_by_ref();
    }
}
