//! The registry itself, its lock, and its notion of time.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::Instant;

use crate::event::{Happening, HoldId, LaneId, LaneKind, ResourceId};
use crate::setup::setup;

/// A kept waker's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WaitId(pub(super) u64);

/// A lane that has not ended, and the wakers kept for it.
pub struct OpenLane {
    /// What the lane follows.
    pub kind: LaneKind,
    /// The lane of which it is a part; `None` for a lane that is a task of its own.
    pub parent: Option<LaneId>,
    /// The line that spawned it, or that called `block_on`.
    pub line: u32,
    /// For each kept waker, where it was cloned: what the lane waits for.
    pub waits: BTreeMap<WaitId, Wait>,
}

/// Where a waker was cloned.
#[derive(Clone, Copy)]
pub struct Wait {
    /// The line of the listing and the library's function that it calls; `None` outside of the listing.
    pub place: Option<(u32, &'static str)>,
    /// What the lane was trying to acquire then.
    pub resource: Option<ResourceId>,
}

/// A lock or permits that are held.
pub struct OpenHold {
    /// What is held.
    pub resource: ResourceId,
    /// The lane that acquired it.
    pub lane: Option<LaneId>,
    /// The line of the call that acquired it.
    pub line: u32,
}

/// An event, before it is written.
pub(super) struct Entry {
    pub(super) at: u64,
    pub(super) lane: Option<LaneId>,
    pub(super) what: Happening,
    /// What the lane waits for, if `what` is that it does.
    pub(super) waits: Vec<Wait>,
}

pub(super) struct Registry {
    pub(super) lanes: BTreeMap<LaneId, OpenLane>,
    pub(super) next_lane: u32,
    pub(super) holds: BTreeMap<HoldId, OpenHold>,
    pub(super) next_hold: u32,
    pub(super) next_resource: u32,
    pub(super) next_wait: u64,
    runtime: Option<RuntimeStart>,
    /// The latest time that any runtime's clock has shown.
    latest: Option<Instant>,
    /// When something last happened, in virtual microseconds.
    pub(super) last: u64,
    /// When the program itself last did something.
    progress: u64,
    /// How much has happened.
    pub(super) events: u64,
    /// What has happened, if it is recorded.
    pub(super) entries: Option<Vec<Entry>>,
}

/// When the runtime that was entered last was entered. Each runtime has a clock of its own.
struct RuntimeStart {
    /// On its own clock.
    instant: Instant,
    /// In virtual microseconds.
    micros: u64,
}

static REGISTRY: LazyLock<Mutex<Registry>> = LazyLock::new(|| {
    Mutex::new(Registry {
        lanes: BTreeMap::new(),
        next_lane: 0,
        holds: BTreeMap::new(),
        next_hold: 0,
        next_resource: 0,
        next_wait: 0,
        runtime: None,
        latest: None,
        last: 0,
        progress: 0,
        events: 0,
        entries: setup().map(|_| Vec::new()),
    })
});

/// A panic in a listing may poison the lock; what it guards is consistent between any two statements.
pub(super) fn registry() -> MutexGuard<'static, Registry> {
    super::output::write_at_end();
    REGISTRY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The time of the runtime that is entered, or else of the one that is driven, if there is one. Call it before locking the registry.
pub fn now() -> Option<Instant> {
    if Handle::try_current().is_ok() {
        return Some(Instant::now());
    }
    let driven = DRIVEN.lock().unwrap_or_else(PoisonError::into_inner).last()?.clone();
    let _context = driven.enter();
    Some(Instant::now())
}

/// The runtimes that are driven, the latest last. Threads outside of any runtime live in its time.
static DRIVEN: Mutex<Vec<Handle>> = Mutex::new(Vec::new());

/// Records that a runtime is driven from now on: the one that is entered.
pub fn enter_runtime() {
    DRIVEN
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(Handle::current());
}

/// Records that the runtime that is entered is no longer driven.
pub fn leave_runtime() {
    let id = Handle::current().id();
    let mut driven = DRIVEN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(place) = driven.iter().rposition(|handle| handle.id() == id) {
        driven.remove(place);
    }
}

/// Records something for which the registry keeps no state.
pub(super) fn note(lane: Option<LaneId>, what: Happening) {
    let now = now();
    registry().note(now, lane, what);
}

impl Registry {
    /// The time in virtual microseconds; outside of a runtime it stands still.
    pub(super) fn time(&mut self, now: Option<Instant>) -> u64 {
        self.latest = self.latest.max(now);
        if let (Some(now), Some(start)) = (now, &self.runtime) {
            let since = now.saturating_duration_since(start.instant);
            self.last = self.last.max(start.micros + micros(since));
        }
        self.last
    }

    pub(super) fn note(&mut self, now: Option<Instant>, lane: Option<LaneId>, what: Happening) {
        self.note_waits(now, lane, what, Vec::new());
    }

    pub(super) fn note_waits(&mut self, now: Option<Instant>, lane: Option<LaneId>, what: Happening, waits: Vec<Wait>) {
        let at = self.time(now);
        self.events += 1;
        if !matches!(what, Happening::Outside { .. }) {
            self.progress = at;
        }
        if let Some(entries) = &mut self.entries {
            entries.push(Entry { at, lane, what, waits });
        }
    }
}

/// A duration in microseconds; `u64::MAX` if there are too many of them.
pub(super) fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}

/// The latest time that any runtime's clock has shown.
pub fn latest() -> Option<Instant> {
    registry().latest
}

/// Records that a clock has shown this time.
pub fn show(now: Instant) {
    let mut registry = registry();
    registry.latest = registry.latest.max(Some(now));
}

/// Records that a runtime begins to drive a future; call it inside the runtime.
pub fn start_clock() {
    let instant = Instant::now();
    let mut registry = registry();
    let micros = registry.last;
    registry.runtime = Some(RuntimeStart { instant, micros });
}

/// How long nothing has happened, in virtual time.
pub fn silence() -> Duration {
    let now = now();
    let registry = registry();
    match (now, &registry.runtime) {
        (Some(now), Some(start)) => {
            let passed = start.micros + micros(now.saturating_duration_since(start.instant));
            Duration::from_micros(passed.saturating_sub(registry.last))
        }
        _ => Duration::ZERO,
    }
}

/// When something last happened, as virtual time since the program began.
pub fn last_progress() -> Duration {
    Duration::from_micros(registry().progress)
}

/// Forgets that time has passed since anything happened. Returns how much it was, on the clock of the runtime that is entered.
pub fn forget_silence() -> Duration {
    let silence = silence();
    if let Some(start) = &mut registry().runtime {
        start.instant += silence;
    }
    silence
}

/// Lets virtual time pass outside of all runtimes. The next runtime that is entered catches up.
pub fn pass(duration: Duration) {
    let now = Instant::now();
    let mut registry = registry();
    registry.latest = Some(registry.latest.unwrap_or(now) + duration);
    registry.last = registry.last.saturating_add(micros(duration));
}
