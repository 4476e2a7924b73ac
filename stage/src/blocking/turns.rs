//! Which closure may run, and when.

use std::cell::Cell;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use std::time::Duration;

use tokio::time::Instant;

use crate::time::advance;

thread_local! {
    /// Whether this thread runs a closure.
    static IS_CLOSURE: Cell<bool> = const { Cell::new(false) };
}

/// What is known of all closures.
struct Closures {
    /// Those that wait: when each wants to go on, and its turn among those of one instant.
    waiting: Vec<(Instant, u64)>,
    turns: u64,
    /// How many run.
    running: usize,
    /// Whether one has stopped running since the runtime last looked: it may have woken a task.
    has_stopped: bool,
    /// The turn that may go on.
    admitted: Option<u64>,
    /// Wakes the runtime's thread.
    waker: Option<Waker>,
}

static CLOSURES: Mutex<Closures> = Mutex::new(Closures {
    waiting: Vec::new(),
    turns: 0,
    running: 0,
    has_stopped: false,
    admitted: None,
    waker: None,
});

/// A turn was admitted, or a closure has stopped running.
static CHANGED: Condvar = Condvar::new();

fn closures() -> MutexGuard<'static, Closures> {
    CLOSURES.lock().unwrap_or_else(PoisonError::into_inner)
}

fn wait_for_change(closures: MutexGuard<'static, Closures>) -> MutexGuard<'static, Closures> {
    CHANGED.wait(closures).unwrap_or_else(PoisonError::into_inner)
}

impl Closures {
    fn wake_runtime(&self) {
        if let Some(waker) = &self.waker {
            waker.wake_by_ref();
        }
    }

    /// A closure that ran sleeps now, or has ended.
    fn stop(&mut self) {
        self.running -= 1;
        self.has_stopped = true;
        CHANGED.notify_all();
        self.wake_runtime();
    }

    fn next_turn(&mut self) -> u64 {
        self.turns += 1;
        self.turns
    }

    /// The closure that wants to go on first.
    fn first(&self) -> Option<(Instant, u64)> {
        self.waiting.iter().min().copied()
    }

    fn admit(&mut self, turn: u64) {
        self.waiting.retain(|(_, other)| *other != turn);
        self.admitted = Some(turn);
        self.running += 1;
        CHANGED.notify_all();
    }
}

/// Keeps the waker that makes a runtime's thread look again.
pub(crate) fn set_waker(waker: &Waker) {
    closures().waker = Some(waker.clone());
}

/// Whether this thread runs a closure.
pub(crate) fn is_closure() -> bool {
    IS_CLOSURE.get()
}

/// Blocks the thread of the running closure for this much virtual time.
pub(crate) fn sleep(duration: Duration) {
    let until = Instant::now() + duration;
    let mut closures = closures();
    closures.stop();
    let turn = closures.next_turn();
    wait_for_turn(closures, until, turn);
}

/// Waits until the runtime has nothing to do and its clock shows `until`.
fn wait_for_turn(mut closures: MutexGuard<'static, Closures>, until: Instant, turn: u64) {
    closures.waiting.push((until, turn));
    closures.wake_runtime();
    while closures.admitted != Some(turn) {
        closures = wait_for_change(closures);
    }
    closures.admitted = None;
}

/// What a runtime's thread does before it parks: it has nothing to do, so the next closure may run.
pub fn before_park() {
    {
        let closures = closures();
        // A closure that runs will wake this thread when it sleeps or ends.
        if closures.waiting.is_empty() || closures.running > 0 {
            return;
        }
    }
    if !wait_until_idle() {
        return;
    }
    let mut closures = closures();
    if std::mem::take(&mut closures.has_stopped) {
        // The tasks that the closure woke go first.
        closures.wake_runtime();
        return;
    }
    let Some((until, turn)) = closures.first() else {
        return;
    };
    if until <= Instant::now() {
        closures.admit(turn);
    } else {
        drop(closures);
        // Timers go first: the runtime looks at them before it parks again.
        advance(Duration::from_millis(1));
        self::closures().wake_runtime();
    }
}

/// Waits until no thread of Tokio's has anything to do, apart from those whose closures wait; `false` if that takes too long.
#[cfg(tokio_unstable)]
fn wait_until_idle() -> bool {
    /// How long Tokio may take, in real time, to get back the thread of a closure that has ended.
    const LIMIT: Duration = Duration::from_millis(100);
    let metrics = tokio::runtime::Handle::current().metrics();
    let is_idle = || {
        let active = metrics.num_blocking_threads() - metrics.num_idle_blocking_threads();
        metrics.blocking_queue_depth() == 0 && active <= closures().waiting.len()
    };
    let begin = std::time::Instant::now();
    while !is_idle() {
        if begin.elapsed() > LIMIT {
            return false;
        }
        std::thread::yield_now();
    }
    true
}

/// Without Tokio's metrics this is unknown. The crate does not compile then: this keeps its only error readable.
#[cfg(not(tokio_unstable))]
fn wait_until_idle() -> bool {
    true
}

/// Whether any closure waits for its turn. Call it in the context of the runtime.
pub fn has_closures() -> bool {
    // The thread of a closure that was just spawned may not have got this far.
    wait_until_idle();
    !closures().waiting.is_empty()
}

/// Lets all closures run to completion, as dropping a runtime does, or those that go on no later than `limit`.
///
/// Call it in the context of the runtime, whose tasks are gone.
pub fn finish(limit: Option<Instant>) {
    loop {
        let mut closures = closures();
        while closures.running > 0 {
            closures = wait_for_change(closures);
        }
        match closures.first() {
            Some((until, turn)) if limit.is_none_or(|limit| until <= limit) => {
                advance(until.saturating_duration_since(Instant::now()));
                closures.admit(turn);
            }
            _ => return,
        }
    }
}

/// A turn for a closure that is spawned now.
pub(super) fn next_turn() -> u64 {
    closures().next_turn()
}

/// Waits for a closure's first turn, and lets it run until the result is dropped, which also happens when it panics.
pub(super) fn begin(turn: u64) -> RunningClosure {
    wait_for_turn(closures(), Instant::now(), turn);
    IS_CLOSURE.set(true);
    RunningClosure
}

/// The time in which a closure runs.
pub(super) struct RunningClosure;

impl Drop for RunningClosure {
    fn drop(&mut self) {
        IS_CLOSURE.set(false);
        closures().stop();
    }
}
