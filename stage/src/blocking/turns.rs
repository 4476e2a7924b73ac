//! Which closure or thread may run, and when.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Condvar, LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::runtime::{Handle, Id};
use tokio::time::Instant;

use super::drivers::Driver;
use super::give::give_turns;
use super::pools::{active, kept};
use crate::asleep::Watch;
use crate::mode::{Clock, clock};
use crate::time::now;

thread_local! {
    /// The turn in which this thread runs a closure.
    static TURN: Cell<Option<u64>> = const { Cell::new(None) };
    /// Whether the thread was started for the closure alone. Without a runtime, it does what any thread does.
    static IS_THREAD: Cell<bool> = const { Cell::new(false) };
}

/// What is known of all closures and threads, below both called closures.
pub(super) struct Turns {
    /// Those that wait: when each wants to go on, and its turn among those of one instant.
    pub(super) waiting: Vec<(Instant, u64)>,
    turns: u64,
    /// Those that run, by their turns.
    pub(super) running: BTreeMap<u64, Running>,
    /// How many wait for something that the stage knows: they don't run, and nothing outside has to happen.
    pub(super) idle: usize,
    /// The threads whose closures have ended, and for the others how many wait for them.
    ended: HashSet<u64>,
    joiners: HashMap<u64, usize>,
    /// How many closures of runtimes' own threads have come to their first turn, and have not ended.
    pooled: usize,
    /// How many threads were started, and have not come to their first turn.
    starting: usize,
    /// Whether one has stopped running since the runtime last looked: it may have woken a task.
    pub(super) has_stopped: bool,
    /// The turn that may go on.
    admitted: Option<u64>,
    /// The runtimes that are driven, by their numbers.
    pub(super) drivers: BTreeMap<u64, Driver>,
    pub(super) next_driver: u64,
    /// The thread that was the last to drive a runtime, or before that the one that spawned the first closure.
    pub(super) last: Option<Watch>,
    /// Whether that one lets the closures run to completion.
    pub(super) is_finishing: bool,
    /// For each runtime, the one on whose threads its closures run.
    pub(super) pools: HashMap<Id, Handle>,
}

/// A closure that runs.
#[derive(Default)]
pub(super) struct Running {
    /// Its thread, once that goes on.
    watch: Option<Watch>,
    /// Whether it waits for something that the stage does not know. Then the others go on, and real time passes.
    is_stuck: bool,
}

impl Running {
    fn of_this_thread() -> Self {
        Self {
            watch: Some(Watch::here()),
            is_stuck: false,
        }
    }
}

static TURNS: LazyLock<Mutex<Turns>> = LazyLock::new(|| {
    Mutex::new(Turns {
        waiting: Vec::new(),
        turns: 0,
        running: BTreeMap::new(),
        idle: 0,
        ended: HashSet::new(),
        joiners: HashMap::new(),
        pooled: 0,
        starting: 0,
        has_stopped: false,
        admitted: None,
        drivers: BTreeMap::new(),
        next_driver: 0,
        last: None,
        is_finishing: false,
        pools: HashMap::new(),
    })
});

/// A turn was admitted, or a closure has stopped running.
pub(super) static CHANGED: Condvar = Condvar::new();

pub(super) fn turns() -> MutexGuard<'static, Turns> {
    TURNS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits until something changes, or for this long.
pub(super) fn wait_for_change(turns: MutexGuard<'static, Turns>, limit: Duration) -> MutexGuard<'static, Turns> {
    let result = CHANGED.wait_timeout(turns, limit);
    result.unwrap_or_else(PoisonError::into_inner).0
}

impl Turns {
    pub(super) fn wake_runtimes(&self) {
        for driver in self.drivers.values() {
            driver.waker.wake_by_ref();
        }
    }

    /// A closure that ran waits now, or has ended.
    fn stop(&mut self) {
        if let Some(turn) = TURN.take() {
            self.running.remove(&turn);
        }
        self.has_stopped = true;
        CHANGED.notify_all();
        self.wake_runtimes();
    }

    fn next_turn(&mut self) -> u64 {
        self.turns += 1;
        self.turns
    }

    /// The closure that wants to go on first.
    pub(super) fn first(&self) -> Option<(Instant, u64)> {
        self.waiting.iter().min().copied()
    }

    pub(super) fn admit(&mut self, turn: u64) {
        self.waiting.retain(|(_, other)| *other != turn);
        self.admitted = Some(turn);
        self.running.insert(turn, Running::default());
        CHANGED.notify_all();
    }

    /// Whether a closure runs that does not wait for something unknown.
    pub(super) fn is_any_at_work(&self) -> bool {
        self.running.values().any(|running| !running.is_stuck)
    }

    /// Whether a closure waits for something unknown.
    pub(super) fn is_any_stuck(&self) -> bool {
        self.running.values().any(|running| running.is_stuck)
    }

    /// Looks which of the running closures wait for something unknown; returns whether there is a new one.
    pub(super) fn find_stuck(&mut self) -> bool {
        let mut is_new = false;
        for running in self.running.values_mut().filter(|running| !running.is_stuck) {
            running.is_stuck = running.watch.as_mut().is_some_and(Watch::is_blocked);
            is_new |= running.is_stuck;
        }
        is_new
    }

    /// Whether every thread that was started has come to its first turn, and every one that has ended was taken back by Tokio.
    pub(super) fn are_all_here(&self) -> bool {
        self.starting == 0 && active(self.pools.values()).is_none_or(|active| active <= self.pooled)
    }

    /// Whether nobody can admit a turn: every thread that might do so is blocked.
    fn is_no_driver_free(&mut self) -> bool {
        match self.drivers.is_empty() {
            true => !self.is_finishing && (IS_THREAD.get() || self.last.as_mut().is_none_or(Watch::is_blocked)),
            false => self
                .drivers
                .values_mut()
                .all(|driver| !driver.is_parked && driver.watch.is_blocked()),
        }
    }

    /// How many threads the stage knows.
    pub(super) fn threads(&self) -> usize {
        let driven = self.drivers.values().map(|driver| &driver.handle);
        let kept = self.pools.values().chain(driven).map(kept).sum::<usize>();
        kept + self.waiting.len() + self.running.len() + self.idle + self.drivers.len()
    }
}

/// How many threads the stage knows.
pub(crate) fn threads() -> usize {
    turns().threads()
}

/// Whether this thread runs a closure.
pub fn is_closure() -> bool {
    TURN.get().is_some()
}

/// Blocks the thread of the running closure for this much virtual time.
pub(crate) fn sleep(duration: Duration) {
    let until = now() + duration;
    let mut turns = turns();
    if IS_THREAD.get() && turns.drivers.is_empty() {
        drop(turns);
        return std::thread::sleep(duration);
    }
    turns.stop();
    let turn = turns.next_turn();
    wait_for_turn(turns, until, turn);
}

/// Waits until a thread's closure has ended: in a closure, outside of turns; on a runtime's thread, by giving turns to others.
pub fn wait_for_thread(key: u64) {
    let mut turns = turns();
    if turns.ended.contains(&key) || clock() == Clock::Real {
        return;
    }
    if is_closure() {
        turns.stop();
        turns.idle += 1;
        *turns.joiners.entry(key).or_default() += 1;
        while !turns.ended.contains(&key) {
            turns = wait_for_change(turns, Duration::from_secs(1));
        }
        drop(turns);
        come_back(true);
    } else if Handle::try_current().is_ok() {
        give_turns(turns, |turns| turns.ended.contains(&key), None);
    }
}

/// The running closure waits for something of this program. If that has happened already, it is on its way back.
pub(super) fn go_idle(is_woken: bool) {
    let mut turns = turns();
    turns.stop();
    match is_woken {
        true => turns.starting += 1,
        false => turns.idle += 1,
    }
}

/// What a closure waits for has happened: it is on its way back.
pub(super) fn expect_back() {
    let mut turns = turns();
    turns.idle -= 1;
    turns.starting += 1;
}

/// The closure waits for its turn to go on.
pub(super) fn come_back(is_expected: bool) {
    let mut turns = turns();
    match is_expected {
        true => turns.starting -= 1,
        false => turns.idle -= 1,
    }
    let turn = turns.next_turn();
    wait_for_turn(turns, now(), turn);
}

/// Lets a thread take part in turns: it runs, and may be stuck.
pub(super) fn adopt(watch: Watch, is_stuck: bool) -> u64 {
    let mut turns = turns();
    let turn = turns.next_turn();
    let watch = Some(watch);
    turns.running.insert(turn, Running { watch, is_stuck });
    turn
}

/// This thread knows from now on that it takes part.
pub(super) fn enter(turn: u64) {
    TURN.set(Some(turn));
}

/// This thread takes no part any longer.
pub(super) fn leave() {
    if let Some(turn) = TURN.take() {
        disown(turn);
    }
}

/// A thread takes no part any longer.
pub(super) fn disown(turn: u64) {
    turns().running.remove(&turn);
    CHANGED.notify_all();
}

/// Waits until the runtime has nothing to do and its clock shows `until`. If none is driven, or its thread is blocked, waits in real time.
fn wait_for_turn(mut turns: MutexGuard<'static, Turns>, until: Instant, turn: u64) {
    /// How often to look whether the runtime's thread is blocked.
    const LOOK: Duration = Duration::from_millis(5);
    let begin = std::time::Instant::now();
    let duration = until.saturating_duration_since(now());
    turns.waiting.push((until, turn));
    turns.wake_runtimes();
    while turns.admitted != Some(turn) {
        turns = wait_for_change(turns, LOOK);
        let rest = duration.saturating_sub(begin.elapsed());
        if rest <= LOOK && turns.admitted != Some(turn) && turns.is_no_driver_free() {
            std::thread::sleep(rest);
            turns.waiting.retain(|(_, other)| *other != turn);
            turns.running.insert(turn, Running::default());
            turns.admitted = Some(turn);
        }
    }
    turns.admitted = None;
    TURN.set(Some(turn));
    turns.running.insert(turn, Running::of_this_thread());
}

/// A turn for a closure that is spawned now.
pub(super) fn next_turn() -> u64 {
    let mut turns = turns();
    turns.last.get_or_insert_with(Watch::here);
    turns.next_turn()
}

/// Records that a thread is started, which will come to its first turn.
pub(super) fn start() {
    turns().starting += 1;
}

/// Records that a thread could not be started.
pub(super) fn not_started() {
    turns().starting -= 1;
}

/// Waits for a closure's first turn, and lets it run until the result is dropped, which also happens when it panics.
pub(super) fn begin(turn: u64, is_thread: bool) -> RunningClosure {
    let mut turns = turns();
    IS_THREAD.set(is_thread);
    if is_thread {
        turns.starting -= 1;
        if turns.drivers.is_empty() {
            turns.running.insert(turn, Running::of_this_thread());
            TURN.set(Some(turn));
            return RunningClosure(turn);
        }
    } else {
        turns.pooled += 1;
    }
    wait_for_turn(turns, now(), turn);
    RunningClosure(turn)
}

/// The time in which a closure runs, by its first turn.
pub(super) struct RunningClosure(u64);

impl Drop for RunningClosure {
    fn drop(&mut self) {
        let mut turns = turns();
        if IS_THREAD.get() {
            turns.ended.insert(self.0);
            let joiners = turns.joiners.remove(&self.0).unwrap_or_default();
            turns.idle -= joiners;
            turns.starting += joiners;
        } else {
            turns.pooled -= 1;
        }
        turns.stop();
    }
}
