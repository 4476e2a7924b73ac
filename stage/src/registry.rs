//! What the stage knows of the running listing: its lanes, the wakers that are kept somewhere, and what has happened.

use std::collections::{BTreeMap, HashMap};
use std::panic::Location;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::Instant;

use crate::event::{Await, Event, Happening, HoldId, Kind, LaneId, Outcome, ResourceId};
use crate::hold::{self, Share};
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
    /// For each kept waker, where it was cloned: what the lane waits for.
    pub waits: BTreeMap<WaitId, Wait>,
}

/// Where a waker was cloned.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Wait {
    /// The stack, innermost frame first.
    pub frames: Vec<usize>,
    /// What the lane tried to take then.
    pub resource: Option<ResourceId>,
}

/// A lock or permits that somebody holds.
pub struct OpenHold {
    /// What is held.
    pub resource: ResourceId,
    /// Who took it.
    pub lane: Option<LaneId>,
    /// The line of the call that took it.
    pub line: u32,
}

/// An event whose stacks have no names yet.
struct Entry {
    at: u64,
    lane: Option<LaneId>,
    what: Happening,
    waits: Vec<Wait>,
}

struct Registry {
    lanes: BTreeMap<LaneId, OpenLane>,
    next_lane: u32,
    holds: BTreeMap<HoldId, OpenHold>,
    next_hold: u32,
    next_resource: u32,
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
    holds: BTreeMap::new(),
    next_hold: 0,
    next_resource: 0,
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

    fn note(&mut self, now: Option<Instant>, lane: Option<LaneId>, what: Happening, waits: Vec<Wait>) {
        let at = self.time(now);
        if let Some(events) = &mut self.events {
            events.push(Entry { at, lane, what, waits });
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
            parent: parent.filter(|_| kind.is_part()),
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
    let waits = match (&registry.events, registry.lanes.get(&id)) {
        (Some(_), Some(lane)) => lane.waits.values().cloned().collect(),
        _ => Vec::new(),
    };
    registry.note(now, Some(id), Happening::Pending { waits: Vec::new() }, waits);
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
pub fn blocked(lane: Option<LaneId>, duration: Duration, at: &'static Location<'static>) {
    let now = now();
    let (line, _) = trace::place(at);
    let mut registry = registry();
    let until = registry.time(now) + u64::try_from(duration.as_micros()).unwrap_or(u64::MAX);
    registry.note(now, lane, Happening::Blocked { line, until }, Vec::new());
}

/// Notes that somebody keeps a waker of `lane`, cloned in the given stack.
pub fn keep(lane: LaneId, frames: Vec<usize>) -> WaitId {
    let resource = hold::sought();
    let mut registry = registry();
    let id = WaitId(registry.next_wait);
    registry.next_wait += 1;
    if let Some(lane) = registry.lanes.get_mut(&lane) {
        lane.waits.insert(id, Wait { frames, resource });
    }
    id
}

/// Notes that a kept waker is gone.
pub fn release(lane: LaneId, wait: WaitId) {
    if let Some(lane) = registry().lanes.get_mut(&lane) {
        lane.waits.remove(&wait);
    }
}

/// Numbers a lock or a semaphore that is used for the first time.
pub fn resource(kind: &str, made_at: &'static Location<'static>) -> ResourceId {
    let now = now();
    let line = trace::line_in_source(made_at);
    let mut registry = registry();
    let resource = ResourceId(registry.next_resource);
    registry.next_resource += 1;
    let kind = kind.to_owned();
    registry.note(now, None, Happening::Made { resource, kind, line }, Vec::new());
    resource
}

/// Notes that `lane` has taken something.
pub fn taken(resource: ResourceId, lane: Option<LaneId>, share: Share, at: &'static Location<'static>) -> HoldId {
    let now = now();
    let (line, _) = trace::place(at);
    let mut registry = registry();
    let hold = HoldId(registry.next_hold);
    registry.next_hold += 1;
    registry.holds.insert(hold, OpenHold { resource, lane, line });
    let what = Happening::Taken {
        hold,
        resource,
        line,
        permits: if let Share::Permits(permits) = share {
            permits
        } else {
            1
        },
        is_shared: share == Share::Shared,
    };
    registry.note(now, lane, what, Vec::new());
    hold
}

/// Notes that something is given back, while `lane` is running.
pub fn given_back(hold: HoldId, lane: Option<LaneId>) {
    let now = now();
    let mut registry = registry();
    registry.holds.remove(&hold);
    registry.note(now, lane, Happening::GivenBack { hold }, Vec::new());
}

/// Notes that the handle of a task is gone.
pub fn detached(lane: LaneId) {
    let now = now();
    registry().note(now, Some(lane), Happening::Detached, Vec::new());
}

/// Takes what is still held, in the order in which it was taken.
pub fn take_holds() -> BTreeMap<HoldId, OpenHold> {
    std::mem::take(&mut registry().holds)
}

/// Takes all lanes that are still open, in the order in which they were opened.
pub fn take_lanes() -> BTreeMap<LaneId, OpenLane> {
    std::mem::take(&mut registry().lanes)
}

/// Takes what was recorded, with names and lines for its waits; `None` when nothing was.
pub fn take_events() -> Option<Vec<Event>> {
    let entries = registry().events.take()?;
    // The same await is seen again and again: each place is named once.
    let mut known: HashMap<Wait, Await> = HashMap::new();
    let mut locate = |wait: Wait| {
        let name = |wait: &Wait| {
            let (line, what) = trace::locate(&wait.frames).unwrap_or_default();
            let resource = wait.resource;
            Await { line, what, resource }
        };
        known.entry(wait).or_insert_with_key(name).clone()
    };
    let name = |entry: Entry| {
        let what = match entry.what {
            Happening::Pending { .. } => {
                let mut waits: Vec<Await> = entry.waits.into_iter().map(&mut locate).collect();
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
