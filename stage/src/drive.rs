//! What drives a runtime on the virtual clock: `block_on`'s future, and `std::thread::sleep`.

use std::future::{Future, poll_fn};
use std::panic::Location;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use tokio::task::coop::{Unconstrained, unconstrained};
use tokio::time::{Instant, Sleep, sleep_until};

use crate::asleep;
use crate::blocking::{self, Driving};
use crate::current::running;
use crate::deadlock;
use crate::instant;
use crate::mode::{Clock, blocks_in_place, clock};
use crate::registry;
use crate::setup::setup;
use crate::sources::{catch_interrupts, has_signals, is_interrupted};
use crate::time::{advance, catch_up};

/// `std::thread::sleep`, as the listings call it.
///
/// In async code on the virtual clock it blocks the thread and moves the clock by `duration`: as in reality, no task runs meanwhile.
/// In a closure given to `spawn_blocking`, and on a thread that the listing started, it blocks only that thread, and the tasks go on.
/// Between two `block_on`s the main thread moves the clock as well. On all other threads it is the standard library's function.
#[track_caller]
pub fn block_thread(duration: Duration) {
    if clock() == Clock::Real {
        std::thread::sleep(duration);
        return;
    }
    if running().is_none() && !blocking::takes_part() {
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
    if is_main && is_only_thread() {
        instant::skip(duration);
    } else {
        std::thread::sleep(duration);
    }
    if is_main {
        registry::pass(duration);
    }
}

/// Whether this process has no other thread than the one that watches. Only Linux tells.
fn is_only_thread() -> bool {
    let own = 1 + usize::from(IS_WATCHED.load(Ordering::SeqCst));
    asleep::threads() == Some(own)
}

/// For how long nothing may happen until that counts as for ever. Tokio's own "for ever", that of `sleep(Duration::MAX)`, is longer.
const HORIZON: Duration = Duration::from_secs(25 * 365 * 24 * 60 * 60);

/// The future that a runtime's `block_on` drives on the virtual clock: the listing's own, watched for deadlocks.
///
/// The paused clock jumps to the next timer whenever no task can run and nothing outside can wake one. If it ever reaches the horizon, no
/// other timer is set: nothing can wake the program again. Then the report is printed and the process exits. A runtime without timers
/// (`has_timers`) cannot have a horizon: a deadlock there waits forever.
pub async fn run_main<F: Future>(main: F, has_timers: bool) -> F::Output {
    run(main, has_timers, false).await
}

/// As [`run_main`], for a runtime with workers that is driven while the program does something else.
pub async fn run_beside<F: Future>(main: F, has_timers: bool) -> F::Output {
    run(main, has_timers, blocks_in_place()).await
}

async fn run<F: Future>(main: F, has_timers: bool, has_workers: bool) -> F::Output {
    if has_timers {
        catch_up();
    }
    registry::start_clock();
    let driver = Driver::begin(has_timers, has_workers);
    let mut main = pin!(main);
    let mut alarms = has_timers.then(Alarms::new);
    // When the stage wakes the runtime's thread for its own purposes, the listing must not be polled.
    let wakes = Arc::new(Wakes::default());
    let result = poll_fn(|context| {
        driver.set_waker(context.waker());
        if let Some(alarms) = &mut alarms {
            alarms.poll(context);
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

/// Whether the thread of [`watch`] runs.
static IS_WATCHED: AtomicBool = AtomicBool::new(false);

/// A thread that looks now and then whether the program goes on. It ends with the process.
fn watch() {
    /// How often it looks.
    const LOOK: Duration = Duration::from_millis(100);
    /// For how long it may work without a rest, in processor time, if its real time is limited: it may spin.
    const SPIN: Duration = Duration::from_secs(20);
    if IS_WATCHED.swap(true, Ordering::SeqCst) {
        return;
    }
    if setup().is_some() {
        catch_interrupts();
    }
    std::thread::spawn(|| {
        let begin = std::time::Instant::now();
        loop {
            std::thread::sleep(LOOK);
            if is_interrupted() {
                registry::cut_off("it was interrupted");
            }
            let worked = blocking::let_go();
            let Some(limits) = registry::limits() else { continue };
            let limit = Duration::from_secs(limits.real_seconds);
            let (passed, who) = if worked >= SPIN.min(limit) {
                (
                    format!("{} processor seconds without a rest", worked.as_secs()),
                    deadlock::who_works(),
                )
            } else if begin.elapsed() >= limit {
                (
                    format!("{} real seconds", begin.elapsed().as_secs()),
                    deadlock::who_waits(),
                )
            } else {
                continue;
            };
            registry::cut_off(&format!("it has reached its limit, {passed}\n{}", who.trim_end()));
        }
    });
}

/// A thread that drives a runtime, until this is dropped.
struct Driver {
    number: u64,
    outer: Option<Driving>,
}

impl Driver {
    fn begin(has_timers: bool, has_workers: bool) -> Self {
        watch();
        let number = blocking::add_driver(Waker::noop());
        registry::enter_runtime();
        let start = Instant::now();
        let driving = Driving {
            number,
            has_timers,
            start,
            has_workers,
        };
        let outer = blocking::drive(Some(driving));
        Self { number, outer }
    }

    fn set_waker(&self, waker: &Waker) {
        blocking::set_waker(self.number, waker);
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        blocking::drive(self.outer);
        registry::leave_runtime();
        blocking::remove_driver(self.number);
    }
}

/// The stage's own timers in a runtime.
struct Alarms {
    /// The end of all patience.
    horizon: Alarm,
    /// When the next closure goes on: the clock must not jump over it.
    turn: Alarm,
    /// Whether real time was given to threads that the stage does not know.
    has_waited: bool,
}

/// A timer. Unconstrained: it must not use up the cooperative budget of the listing's own awaits.
struct Alarm {
    until: Instant,
    sleep: Pin<Box<Unconstrained<Sleep>>>,
}

impl Alarm {
    fn new(until: Instant) -> Self {
        let sleep = Box::pin(unconstrained(sleep_until(until)));
        Self { until, sleep }
    }

    fn is_due(&mut self, context: &mut Context<'_>) -> bool {
        self.sleep.as_mut().poll(context).is_ready()
    }
}

impl Alarms {
    fn new() -> Self {
        let horizon = || Alarm::new(Instant::now() + HORIZON);
        Self {
            horizon: horizon(),
            turn: horizon(),
            has_waited: false,
        }
    }

    fn poll(&mut self, context: &mut Context<'_>) {
        let limit = blocking::limit().unwrap_or(self.horizon.until);
        if limit != self.turn.until {
            self.turn = Alarm::new(limit);
        }
        let _ = self.turn.is_due(context);
        if !self.horizon.is_due(context) {
            return;
        }
        let silence = registry::silence();
        let rest = HORIZON.saturating_sub(silence);
        if rest.is_zero() {
            if !self.wait_for_outside(context.waker()) {
                deadlock::report_and_exit();
            }
            instant::forget(registry::forget_silence());
        }
        let rest = if rest.is_zero() { HORIZON } else { rest };
        self.horizon = Alarm::new(Instant::now() + rest);
        let _ = self.horizon.is_due(context);
    }

    /// Begins to wait for signals, and for threads that the stage does not know, in real time. Returns whether there are any.
    fn wait_for_outside(&mut self, waker: &Waker) -> bool {
        /// How long unknown threads may take to do anything.
        const PATIENCE: Duration = Duration::from_secs(1);
        if has_signals() {
            blocking::hold(true);
            return true;
        }
        // One is this module's own.
        let is_known = asleep::threads().is_none_or(|threads| threads <= blocking::threads().max(1) + 1);
        if is_known || self.has_waited {
            return false;
        }
        self.has_waited = true;
        blocking::hold(true);
        let waker = waker.clone();
        std::thread::spawn(move || {
            std::thread::sleep(PATIENCE);
            blocking::hold(false);
            waker.wake();
        });
        true
    }
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
