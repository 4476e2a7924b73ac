//! What a runtime's thread does when it has nothing to do: lets closures run, then lets Tokio jump to the next timer, or waits for the
//! outside in real time.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::time::Instant;

use super::give::wait_until_all_are_here;
use super::turns::{turns, wait_for_change};
use crate::mode::{Clock, clock};
use crate::registry;
use crate::sources::{self, Files};
use crate::time::advance;

thread_local! {
    /// The driver that this thread is.
    static DRIVER: Cell<Option<Driving>> = const { Cell::new(None) };
    /// Since when real time passes, if it does.
    static REAL: Cell<Option<Instant>> = const { Cell::new(None) };
    /// Whether sockets were looked at since real time last passed.
    static HAS_LOOKED: Cell<bool> = const { Cell::new(false) };
    /// How often the runtime had nothing to do.
    static RESTS: Cell<u64> = const { Cell::new(0) };
    /// The time to which the runtime may jump: the next turn. Its future has set a timer to it.
    static LIMIT: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// A runtime that this thread drives.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Driving {
    /// The driver's number.
    pub(crate) number: u64,
    /// Whether the runtime has timers: only then does Tokio jump.
    pub(crate) has_timers: bool,
    /// When it began: timers fire at whole milliseconds after that.
    pub(crate) start: Instant,
    /// Whether tasks are polled on threads of their own.
    pub(crate) has_workers: bool,
}

/// Whether silence is to be waited out in real time, whatever else is known.
static IS_HELD: AtomicBool = AtomicBool::new(false);

/// Holds the clock at the real time, or no longer.
pub(crate) fn hold(is_held: bool) {
    IS_HELD.store(is_held, Ordering::SeqCst);
}

/// Begins or ends to drive a runtime on this thread; returns what it drove before.
pub(crate) fn drive(driving: Option<Driving>) -> Option<Driving> {
    LIMIT.set(None);
    DRIVER.replace(driving)
}

/// Whether this thread drives a runtime.
pub fn is_driving() -> bool {
    DRIVER.get().is_some()
}

/// Whether this thread drives a runtime whose tasks are polled on threads of their own.
pub(super) fn drives_workers() -> bool {
    DRIVER.get().is_some_and(|driving| driving.has_workers)
}

/// The time up to which the clock may jump. The runtime's future sets a timer to it.
pub(crate) fn limit() -> Option<Instant> {
    LIMIT.get()
}

/// What comes next.
enum Next {
    /// Look at tasks and sockets again, without time passing.
    Look,
    /// Jump to the next timer.
    Jump,
    /// Wait in real time.
    Wait,
}

/// What a runtime's thread does before it parks.
pub fn before_park() {
    let Some(driving) = DRIVER.get().filter(|_| clock() == Clock::Virtual) else {
        return;
    };
    RESTS.set(RESTS.get() + 1);
    set_parked(driving, true);
    registry::check_limits();
    match next(driving) {
        Next::Look => turns().wake_runtimes(),
        Next::Jump => {
            let passed = Instant::now().saturating_duration_since(driving.start).as_nanos() % 1_000_000;
            if passed > 0 {
                // Real time has passed. Timers must see whole milliseconds, as without it.
                advance(Duration::from_nanos(1_000_000 - passed as u64));
                turns().wake_runtimes();
            }
        }
        Next::Wait => {
            REAL.set(Some(Instant::now()));
            tokio::time::resume();
        }
    }
}

/// What it does after it was parked.
pub fn after_park() {
    let Some(driving) = DRIVER.get().filter(|_| clock() == Clock::Virtual) else {
        return;
    };
    if let Some(since) = REAL.take() {
        tokio::time::pause();
        HAS_LOOKED.set(false);
        registry::outside(Instant::now().saturating_duration_since(since));
    }
    set_parked(driving, false);
}

/// How often something happened since the runtime last had nothing to do.
#[derive(Debug, Default)]
pub(crate) struct Rounds {
    rest: u64,
    count: u32,
}

impl Rounds {
    /// Counts one more. After very many the program seems to wait by asking again and again: so time must pass.
    pub(crate) fn count(&mut self) {
        /// How many rounds are very many.
        const MANY: u32 = 10_000;
        /// How many further rounds there are to a millisecond.
        const STEP: u32 = 25;
        let rest = RESTS.get();
        if self.rest != rest {
            *self = Self { rest, count: 0 };
        }
        self.count += 1;
        if self.count >= MANY
            && let Some(driving) = DRIVER.get()
        {
            self.count -= STEP;
            registry::check_limits();
            const MILLISECOND: Duration = Duration::from_millis(1);
            set_parked(driving, true);
            if let Next::Wait = next(driving) {
                std::thread::sleep(MILLISECOND);
            }
            set_parked(driving, false);
            advance(MILLISECOND);
        }
    }
}

fn set_parked(driving: Driving, is_parked: bool) {
    if let Some(driver) = turns().drivers.get_mut(&driving.number) {
        driver.is_parked = is_parked;
        driver.parks += 1;
        driver.watch.restart();
        if std::mem::take(&mut driver.is_let_go) {
            tokio::time::pause();
        }
    }
}

fn next(driving: Driving) -> Next {
    /// How often to look whether a closure that runs is blocked.
    const LOOK: Duration = Duration::from_micros(100);
    let mut turns = turns();
    loop {
        while turns.is_any_at_work() {
            turns = wait_for_change(turns, LOOK);
            if turns.find_stuck() {
                // It may wait for a task, which it woke before.
                return Next::Look;
            }
        }
        turns = wait_until_all_are_here(turns);
        if std::mem::take(&mut turns.has_stopped) {
            // The tasks that the closure woke go first.
            return Next::Look;
        }
        match turns.first() {
            Some((until, turn)) if until <= Instant::now() => turns.admit(turn),
            _ => break,
        }
    }
    let limit = turns.first().map(|(until, _)| until);
    if LIMIT.replace(limit) != limit && driving.has_timers {
        return Next::Look;
    }
    let is_outside = turns.is_any_stuck() || turns.drivers.len() > 1 || IS_HELD.load(Ordering::SeqCst);
    drop(turns);
    let files = sources::files();
    if files == Files::Ended {
        return Next::Look;
    }
    if !is_outside && files == Files::Idle && !sources::are_open() {
        if let (false, Some(until)) = (driving.has_timers, limit) {
            advance(until.saturating_duration_since(Instant::now()));
            return Next::Look;
        }
        return Next::Jump;
    }
    // What is there already takes no time.
    match HAS_LOOKED.replace(true) {
        false => Next::Look,
        true => Next::Wait,
    }
}
