//! Closures given to `spawn_blocking`, on the virtual clock.
//!
//! Each has a thread of its own, as tokio gives it. What makes their runs equal is that only one side runs at a time: a closure goes
//! on when the runtime has nothing to do, one closure after the other, in the order of the instants at which they want to go on.
//! `std::thread::sleep` in a closure waits for virtual time, which passes by the millisecond while all of them sleep: tokio holds
//! its clock as long as there is a closure, so the stage moves it.

use std::cell::Cell;
use std::panic::Location;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use std::thread;
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::Instant;

use crate::clock::{Clock, advance, clock};
use crate::event::{Kind, LaneId, Outcome};
use crate::lane::{Running, running};
use crate::registry;

/// How long the stage waits, in real time, for the thread of a closure that has ended to be given back to tokio.
const SETTLING: Duration = Duration::from_millis(100);

thread_local! {
    /// Whether this thread runs a closure.
    static IS_CLOSURE: Cell<bool> = const { Cell::new(false) };
}

/// What is known of all closures.
struct Closures {
    /// Those that wait: when they want to go on, and their turn among those of one instant.
    waiting: Vec<(Instant, u64)>,
    turns: u64,
    /// How many run.
    running: usize,
    /// Whether one has stopped running since the runtime last looked: it may have woken a task.
    has_stopped: bool,
    /// The one that may go on.
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

/// Somebody was admitted, or has stopped running.
static CHANGED: Condvar = Condvar::new();

fn closures() -> MutexGuard<'static, Closures> {
    CLOSURES.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Closures {
    fn wake_runtime(&self) {
        if let Some(waker) = &self.waker {
            waker.wake_by_ref();
        }
    }

    /// One that ran sleeps now, or has ended.
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

    /// The one that wants to go on first.
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

/// Keeps the waker by which a runtime's thread is made to look again.
pub(crate) fn set_waker(waker: &Waker) {
    closures().waker = Some(waker.clone());
}

/// Whether this thread runs a closure.
pub(crate) fn is_closure() -> bool {
    IS_CLOSURE.get()
}

/// Holds the thread of a closure, which runs, for so much virtual time.
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
        closures = CHANGED.wait(closures).unwrap_or_else(PoisonError::into_inner);
    }
    closures.admitted = None;
}

/// What a runtime's thread does before it parks: it has nothing to do, so it is the closures' turn.
pub fn before_park() {
    let closures = closures();
    if closures.waiting.is_empty() {
        return;
    }
    // One that runs will wake this thread when it sleeps or ends.
    if closures.running > 0 {
        return;
    }
    drop(closures);
    if !is_settled() {
        return;
    }
    let mut closures = self::closures();
    if std::mem::take(&mut closures.has_stopped) {
        // All that it woke goes first.
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
        // Timers come first: the runtime looks at them before it parks again.
        advance(Duration::from_millis(1));
        self::closures().wake_runtime();
    }
}

/// Waits until no thread of tokio's has anything to do, save those whose closures wait; `false` if that takes too long.
#[cfg(tokio_unstable)]
fn is_settled() -> bool {
    let metrics = Handle::current().metrics();
    let is_settled = || {
        let active = metrics.num_blocking_threads() - metrics.num_idle_blocking_threads();
        metrics.blocking_queue_depth() == 0 && active <= closures().waiting.len()
    };
    let begin = std::time::Instant::now();
    while !is_settled() {
        if begin.elapsed() > SETTLING {
            return false;
        }
        thread::yield_now();
    }
    true
}

/// Without tokio's metrics nobody knows.
#[cfg(not(tokio_unstable))]
fn is_settled() -> bool {
    true
}

/// Whether any closure waits for its turn. Call it in the context of the runtime.
pub fn has_closures() -> bool {
    // A thread that was asked for may not have come so far.
    is_settled();
    !closures().waiting.is_empty()
}

/// Lets all closures come to their ends, as the drop of a runtime does, or those that are over before `limit`.
///
/// Call it in the context of the runtime, whose tasks are gone.
pub fn finish(limit: Option<Instant>) {
    loop {
        let mut closures = closures();
        while closures.running > 0 {
            closures = CHANGED.wait(closures).unwrap_or_else(PoisonError::into_inner);
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

/// A closure for a thread of its own, on which it is a lane.
pub struct BlockingLane<F> {
    id: Option<LaneId>,
    /// Its first turn: threads come in any order, closures in that of their spawning.
    turn: u64,
    closure: Option<F>,
    is_done: bool,
}

impl<T, F: FnOnce() -> T> BlockingLane<F> {
    /// A closure that was given to `spawn_blocking` at `spawned_at`.
    pub fn new(closure: F, spawned_at: &'static Location<'static>) -> Self {
        let id = (clock() == Clock::Virtual).then(|| registry::open(Kind::Blocking, running(), spawned_at, ""));
        Self {
            id,
            turn: closures().next_turn(),
            closure: Some(closure),
            is_done: false,
        }
    }

    /// Its number; `None` on the real clock.
    pub fn id(&self) -> Option<LaneId> {
        self.id
    }

    /// Calls the closure, on the thread that was found for it.
    pub fn run(mut self) -> T {
        let Some(id) = self.id else {
            return self.call();
        };
        wait_for_turn(closures(), Instant::now(), self.turn);
        let _turn = Turn::begin();
        registry::polled(id);
        let result = {
            let _running = Running::enter(id);
            self.call()
        };
        self.is_done = true;
        registry::close(id, Outcome::Done);
        result
    }

    fn call(&mut self) -> T {
        self.closure.take().expect("it runs once")()
    }
}

impl<F> Drop for BlockingLane<F> {
    fn drop(&mut self) {
        if let (Some(id), false) = (self.id, self.is_done) {
            // Only one that was never called still has its closure.
            let outcome = match self.closure {
                Some(_) => Outcome::Cancelled,
                None => Outcome::Panicked,
            };
            registry::close(id, outcome);
        }
    }
}

/// The time in which a closure runs, also when it panics.
struct Turn;

impl Turn {
    fn begin() -> Self {
        IS_CLOSURE.set(true);
        Turn
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        IS_CLOSURE.set(false);
        closures().stop();
    }
}
