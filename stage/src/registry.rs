//! What the stage knows of the running listing: its lanes, the wakers that are kept somewhere, and what has happened.

use std::collections::{BTreeMap, HashMap};
use std::panic::Location;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::Instant;

use crate::event::{Await, Event, Happening, Kind, LaneId, Outcome};
use crate::trace;

/// A kept waker's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WaitId(u64);

/// A task or main future, and the wakers kept for it.
pub struct OpenLane {
    /// Main, task or branch.
    pub kind: Kind,
    /// The lane of which it is a branch.
    pub parent: Option<LaneId>,
    /// The line where it was spawned, or where `block_on` was called.
    pub line: u32,
    /// For each kept waker, the stack in which it was cloned: what the lane waits for. Innermost frame first.
    pub waits: BTreeMap<WaitId, Vec<usize>>,
}

/// An event whose stacks have no names yet.
struct Entry {
    at: u64,
    lane: Option<LaneId>,
    what: Happening,
    stacks: Vec<Vec<usize>>,
}

struct Registry {
    lanes: BTreeMap<LaneId, OpenLane>,
    next_lane: u32,
    next_wait: u64,
    clock: Option<Clock>,
    /// The latest time that any runtime's clock has shown.
    latest: Option<Instant>,
    /// When something last happened, in virtual microseconds.
    last: u64,
    /// What has happened, while it is recorded.
    events: Option<Vec<Entry>>,
}

/// The clock of the runtime that was entered last: each has its own.
struct Clock {
    start: Instant,
    /// What the time was when it was entered, in virtual microseconds.
    base: u64,
}

static REGISTRY: Mutex<Registry> = Mutex::new(Registry {
    lanes: BTreeMap::new(),
    next_lane: 0,
    next_wait: 0,
    clock: None,
    latest: None,
    last: 0,
    events: None,
});

/// A panic in a listing may poison the lock; what it guards is consistent between any two statements.
fn registry() -> MutexGuard<'static, Registry> {
    REGISTRY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The runtime's time, where there is a runtime.
fn now() -> Option<Instant> {
    Handle::try_current().is_ok().then(Instant::now)
}

impl Registry {
    /// The time in virtual microseconds; outside of a runtime it stands still.
    fn time(&mut self, now: Option<Instant>) -> u64 {
        self.latest = self.latest.max(now);
        if let (Some(now), Some(clock)) = (now, &self.clock) {
            let since = now.saturating_duration_since(clock.start).as_micros();
            self.last = self.last.max(clock.base + u64::try_from(since).unwrap_or(u64::MAX));
        }
        self.last
    }

    fn note(&mut self, now: Option<Instant>, lane: Option<LaneId>, what: Happening, stacks: Vec<Vec<usize>>) {
        let at = self.time(now);
        if let Some(events) = &mut self.events {
            events.push(Entry { at, lane, what, stacks });
        }
    }
}

/// Begins to write down what happens.
pub fn record() {
    registry().events = Some(Vec::new());
}

/// The latest time that any runtime's clock has shown.
pub fn latest() -> Option<Instant> {
    registry().latest
}

/// Notes that a runtime begins to drive a future; call it inside the runtime.
pub fn start_clock() {
    let start = Instant::now();
    let mut registry = registry();
    let base = registry.last;
    registry.clock = Some(Clock { start, base });
}

/// How long after its begin the program last did anything, in virtual time.
pub fn last_progress() -> Duration {
    Duration::from_micros(registry().last)
}

/// Opens a lane.
pub fn open(kind: Kind, parent: Option<LaneId>, at: &'static Location<'static>, label: &str) -> LaneId {
    let now = now();
    let (line, column) = trace::place(at);
    let mut registry = registry();
    let id = LaneId(registry.next_lane);
    registry.next_lane += 1;
    // A text that is given needs no looking up.
    let column = if label.is_empty() { column } else { 0 };
    let what = Happening::Opened {
        kind,
        parent,
        line,
        column,
        label: label.to_owned(),
    };
    registry.lanes.insert(
        id,
        OpenLane {
            kind,
            parent: parent.filter(|_| kind == Kind::Branch),
            line,
            waits: BTreeMap::new(),
        },
    );
    registry.note(now, Some(id), what, Vec::new());
    id
}

/// Closes a lane: its future has ended or was dropped.
pub fn close(id: LaneId, outcome: Outcome) {
    let now = now();
    let mut registry = registry();
    registry.lanes.remove(&id);
    registry.note(now, Some(id), Happening::Ended(outcome), Vec::new());
}

/// Notes that a lane is polled now.
pub fn polled(id: LaneId) {
    let now = now();
    registry().note(now, Some(id), Happening::Polled, Vec::new());
}

/// Notes that a poll has come back without a result.
pub fn pending(id: LaneId) {
    let now = now();
    let mut registry = registry();
    let stacks = match (&registry.events, registry.lanes.get(&id)) {
        (Some(_), Some(lane)) => lane.waits.values().cloned().collect(),
        _ => Vec::new(),
    };
    registry.note(now, Some(id), Happening::Pending { waits: Vec::new() }, stacks);
}

/// Notes that a lane's waker is called, while `by` is running.
pub fn woken(id: LaneId, by: Option<LaneId>) {
    let now = now();
    registry().note(now, Some(id), Happening::Woken { by }, Vec::new());
}

/// Notes that a lane prints.
pub fn printed(lane: Option<LaneId>, line: u32, text: String) {
    let now = now();
    registry().note(now, lane, Happening::Printed { line, text }, Vec::new());
}

/// Notes that a lane holds the thread for this long.
pub fn blocked(lane: Option<LaneId>, duration: Duration) {
    let now = now();
    let mut registry = registry();
    let until = registry.time(now) + u64::try_from(duration.as_micros()).unwrap_or(u64::MAX);
    registry.note(now, lane, Happening::Blocked { until }, Vec::new());
}

/// Notes that somebody keeps a waker of `lane`, cloned in the given stack.
pub fn keep(lane: LaneId, frames: Vec<usize>) -> WaitId {
    let mut registry = registry();
    let id = WaitId(registry.next_wait);
    registry.next_wait += 1;
    if let Some(lane) = registry.lanes.get_mut(&lane) {
        lane.waits.insert(id, frames);
    }
    id
}

/// Notes that a kept waker is gone.
pub fn release(lane: LaneId, wait: WaitId) {
    if let Some(lane) = registry().lanes.get_mut(&lane) {
        lane.waits.remove(&wait);
    }
}

/// Takes all lanes that are still open, in the order in which they were opened.
pub fn take_lanes() -> BTreeMap<LaneId, OpenLane> {
    std::mem::take(&mut registry().lanes)
}

/// Takes what was recorded, with names and lines for its stacks; `None` when nothing was.
pub fn take_events() -> Option<Vec<Event>> {
    let entries = registry().events.take()?;
    // The same await is seen again and again: each stack is named once.
    let mut known: HashMap<Vec<usize>, Await> = HashMap::new();
    let mut locate = |frames: Vec<usize>| {
        let unknown = || Await {
            line: 0,
            what: String::new(),
        };
        known
            .entry(frames)
            .or_insert_with_key(|frames| trace::locate(frames).unwrap_or_else(unknown))
            .clone()
    };
    let name = |entry: Entry| {
        let what = match entry.what {
            Happening::Pending { .. } => {
                let mut waits: Vec<Await> = entry.stacks.into_iter().map(&mut locate).collect();
                waits.sort();
                waits.dedup();
                Happening::Pending { waits }
            }
            other => other,
        };
        Event {
            at: entry.at,
            lane: entry.lane,
            what,
        }
    };
    Some(entries.into_iter().map(name).collect())
}
