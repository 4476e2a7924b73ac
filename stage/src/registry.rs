//! What the stage knows of the running listing: its lanes, and the wakers that are kept somewhere.

use std::collections::BTreeMap;
use std::panic::Location;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// A lane's number, in the order in which lanes are opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LaneId(u64);

/// A kept waker's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WaitId(u64);

/// What kind of future a lane follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The future given to `block_on`.
    Main,
    /// A spawned task.
    Task,
}

/// A task or main future, and the wakers kept for it.
pub struct OpenLane {
    /// Main or task.
    pub kind: Kind,
    /// Where it was spawned, or where `block_on` was called.
    pub opened_at: &'static Location<'static>,
    /// For each kept waker, the stack in which it was cloned: what the lane waits for. Innermost frame first.
    pub waits: BTreeMap<WaitId, Vec<usize>>,
}

#[derive(Default)]
struct Registry {
    lanes: BTreeMap<LaneId, OpenLane>,
    next: u64,
    /// When the runtime's clock began, and when a lane was last polled.
    clock: Option<(Instant, Instant)>,
}

static REGISTRY: Mutex<Registry> = Mutex::new(Registry {
    lanes: BTreeMap::new(),
    next: 0,
    clock: None,
});

/// A panic in a listing may poison the lock; what it guards is consistent between any two statements.
fn registry() -> MutexGuard<'static, Registry> {
    REGISTRY.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Registry {
    fn number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }
}

/// Notes the instant at which `block_on` begins; call it inside the runtime.
pub fn start_clock() {
    let now = Instant::now();
    registry().clock.get_or_insert((now, now));
}

/// Notes that a lane is polled now.
pub fn progress() {
    let now = Instant::now();
    if let Some((_, last)) = &mut registry().clock {
        *last = now;
    }
}

/// How long after its begin the program last did anything, in virtual time.
pub fn last_progress() -> Duration {
    registry().clock.map_or(Duration::ZERO, |(start, last)| last - start)
}

/// Opens a lane.
pub fn open(kind: Kind, opened_at: &'static Location<'static>) -> LaneId {
    let mut registry = registry();
    let id = LaneId(registry.number());
    registry.lanes.insert(
        id,
        OpenLane {
            kind,
            opened_at,
            waits: BTreeMap::new(),
        },
    );
    id
}

/// Closes a lane: its future has ended or was dropped.
pub fn close(id: LaneId) {
    registry().lanes.remove(&id);
}

/// Notes that somebody keeps a waker of `lane`, cloned in the given stack.
pub fn keep(lane: LaneId, frames: Vec<usize>) -> WaitId {
    let mut registry = registry();
    let id = WaitId(registry.number());
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
pub fn take_lanes() -> Vec<OpenLane> {
    std::mem::take(&mut registry().lanes).into_values().collect()
}
