//! What happens to lanes.

use std::collections::BTreeMap;
use std::panic::Location;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use super::state::{OpenLane, Wait, WaitId, micros, note, now, registry};
use crate::backtrace;
use crate::current::wanted;
use crate::event::{Happening, LaneId, LaneKind, Outcome};

/// Opens a lane.
pub fn open(kind: LaneKind, parent: Option<LaneId>, at: &'static Location<'static>, label: &str) -> LaneId {
    let now = now();
    let (line, column) = backtrace::place(at);
    let mut registry = registry();
    let id = LaneId(registry.next_lane);
    registry.next_lane += 1;
    let lane = OpenLane {
        kind,
        parent: parent.filter(|_| kind.is_part()),
        line,
        waits: BTreeMap::new(),
    };
    registry.lanes.insert(id, lane);
    let what = Happening::Opened {
        kind,
        parent,
        line,
        // A lane with a label needs no column: nobody has to find its text.
        column: if label.is_empty() { column } else { 0 },
        label: label.to_owned(),
    };
    registry.note(now, Some(id), what);
    id
}

/// Closes a lane: its future has ended or was dropped.
pub fn close(id: LaneId, outcome: Outcome) {
    let now = now();
    let mut registry = registry();
    registry.lanes.remove(&id);
    registry.note(now, Some(id), Happening::Ended(outcome));
}

/// Records that a lane is polled now.
pub fn polled(id: LaneId) {
    LATEST.store(id.0, Ordering::Relaxed);
    note(Some(id), Happening::Polled);
}

static LATEST: AtomicU32 = AtomicU32::new(u32::MAX);

/// The lane that was polled last.
pub fn latest_poll() -> Option<LaneId> {
    Some(LaneId(LATEST.load(Ordering::Relaxed))).filter(|lane| lane.0 < u32::MAX)
}

/// Records that a poll has returned `Pending`.
pub fn pending(id: LaneId) {
    let now = now();
    let mut registry = registry();
    let waits = match (&registry.entries, registry.lanes.get(&id)) {
        (Some(_), Some(lane)) => lane.waits.values().copied().collect(),
        _ => Vec::new(),
    };
    registry.note_waits(now, Some(id), Happening::Pending { waits: Vec::new() }, waits);
}

/// Records that a lane's waker is called, while `by` is running.
pub fn woken(id: LaneId, by: Option<LaneId>) {
    note(Some(id), Happening::Woken { by });
}

/// Records that a lane prints.
pub fn printed(lane: Option<LaneId>, line: u32, text: String) {
    note(lane, Happening::Printed { line, text });
}

/// Records that a lane blocks the thread for this long.
pub fn blocked(lane: Option<LaneId>, duration: Duration, at: &'static Location<'static>) {
    let now = now();
    let (line, _) = backtrace::place(at);
    let mut registry = registry();
    let until = registry.time(now) + micros(duration);
    registry.note(now, lane, Happening::Blocked { line, until });
}

/// Records that the clock moved by as much as real time passed.
pub fn outside(passed: Duration) {
    if !passed.is_zero() {
        note(None, Happening::Outside { micros: micros(passed) });
    }
}

/// Records that the handle of a task was dropped.
pub fn detached(lane: LaneId) {
    note(Some(lane), Happening::Detached);
}

/// Records that `lane` waits: a clone of its waker was made in this place.
pub fn begin_wait(lane: LaneId, place: Option<(u32, &'static str)>) -> WaitId {
    let resource = wanted();
    let mut registry = registry();
    let id = WaitId(registry.next_wait);
    registry.next_wait += 1;
    if let Some(lane) = registry.lanes.get_mut(&lane) {
        lane.waits.insert(id, Wait { place, resource });
    }
    id
}

/// Records that a wait is over: the clone was called or dropped.
pub fn end_wait(lane: LaneId, wait: WaitId) {
    if let Some(lane) = registry().lanes.get_mut(&lane) {
        lane.waits.remove(&wait);
    }
}

/// Takes all lanes that are still open, in the order in which they were opened.
pub fn take_lanes() -> BTreeMap<LaneId, OpenLane> {
    std::mem::take(&mut registry().lanes)
}
