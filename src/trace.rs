//! What a listing's tasks did, and when: the trace, from which timelines are drawn.
//!
//! A trace is made from the events that the stage records (see `stage::event`). As JSON, printed by `lessons trace LISTING`, it
//! is a format of its own, with a version: times are virtual microseconds from the start of the first runtime, lines are
//! counted from 1, and a field may be added in the same version but never changes its meaning.

mod derive;
mod holds;
mod label;
mod open;

pub use derive::derive as from_events;

use std::fs;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Serialize};
use stage::event::{Event, LaneKind, Outcome};
use stage::{Clock, TRACE};

use crate::catalogue::{Catalogue, Listing};
use crate::run::{Outcome as Run, TIME_LIMIT, capture, on_stage};

/// How many files were used for traces: each run needs one of its own.
static FILES: AtomicU64 = AtomicU64::new(0);

/// The version of the format.
pub const VERSION: u32 = 1;

/// A listing's run on the virtual clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// [`VERSION`].
    pub version: u32,
    /// `join/three-fetches`.
    pub listing: String,
    /// When the last thing happened, in virtual microseconds; a little later if lanes wait for ever then.
    pub end: u64,
    /// In the order in which they began; a lane's place is its number.
    pub lanes: Vec<Lane>,
    /// In the order in which they were printed.
    pub prints: Vec<Print>,
    /// In the order in which they happened; if one lane wakes another several times in an instant, the first of them.
    pub wakes: Vec<Wake>,
    /// The locks and semaphores, in the order in which they were first used; a resource's place is its number.
    pub resources: Vec<Resource>,
    /// Who held them, in the order in which they were taken. What is given back in the instant in which it was taken is left out.
    pub holds: Vec<Hold>,
}

/// A task, the main future, a branch of `join!`, `try_join!` or `select!`, a member of a set of futures, or a blocking closure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lane {
    /// What it is.
    pub kind: LaneKind,
    /// `main`, or the source text of what was spawned or written as a branch; where several share a text, with a number.
    pub label: String,
    /// The lane that ran when this one began.
    pub parent: Option<usize>,
    /// The line where it was spawned, or where its branch stands.
    pub line: u32,
    /// When it began.
    pub from: u64,
    /// When it ended; the trace's end, if it never did.
    pub to: u64,
    /// How it ended; `None` if it never did.
    pub outcome: Option<Outcome>,
    /// When its handle was dropped, if that was before its end: nobody hears of that end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detached: Option<u64>,
    /// What it did meanwhile, without gaps, except where it ran: running takes no virtual time.
    pub segments: Vec<Segment>,
}

/// A stretch of time in which a lane does one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// Its begin.
    pub from: u64,
    /// Its end.
    pub to: u64,
    /// What the lane does.
    pub state: State,
    /// What it waits for, in the documentation's terms, such as `Mutex::lock`; empty where there is nothing to name.
    pub what: String,
    /// The line of the await or call; 0 where there is none.
    pub line: u32,
    /// The lock or semaphore that is waited for, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<usize>,
}

/// What a lane does for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Holds the thread, in `std::thread::sleep`.
    Blocking,
    /// Waits for a lock or a permit.
    Lock,
    /// Waits for a message, a notification, a value or a barrier.
    Event,
    /// Waits for another task to end.
    Task,
    /// Waits for a timer.
    Timer,
    /// Waits for its branches, which have lanes of their own.
    Branches,
    /// Waits for something that the stage cannot name.
    Unknown,
    /// Could go on, and waits for its turn.
    Ready,
}

/// A lock or a semaphore.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// `Mutex`, `RwLock` or `Semaphore`.
    pub kind: String,
    /// The variable that it is put into where it is made, and its kind: `stock: Mutex`.
    pub label: String,
    /// The line where it is made; 0 outside of the listing.
    pub line: u32,
}

/// A stretch of time in which a lock or permits are held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// What is held.
    pub resource: usize,
    /// The lane that took it.
    pub lane: usize,
    /// The lane that gave it back: another one, if the guard was handed on. `None` outside of any, and where that never happened.
    pub given_back_by: Option<usize>,
    /// The line of the call that took it.
    pub line: u32,
    /// When it was taken.
    pub from: u64,
    /// When it was given back; the trace's end, if it never was.
    pub to: u64,
    /// How many permits; 1 for a lock.
    pub permits: usize,
    /// Whether others may hold it, too, as the readers of a lock do.
    pub is_shared: bool,
}

/// Something printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Print {
    /// When.
    pub at: u64,
    /// By which lane; `None` outside of any.
    pub lane: Option<usize>,
    /// The line of the macro.
    pub line: u32,
    /// The text, with its line end.
    pub text: String,
}

/// A lane made another one ready to go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wake {
    /// When.
    pub at: u64,
    /// The lane that woke.
    pub by: usize,
    /// The lane that was woken.
    pub lane: usize,
}

/// Runs a listing on the virtual clock and traces it. Its part's program must be built.
///
/// # Errors
/// The listing cannot run there, or wrote no trace; the message says which.
pub fn trace(catalogue: &Catalogue, listing: &Listing) -> Result<Trace, String> {
    traced(catalogue, listing).map(|(trace, _)| trace)
}

/// As [`trace`], with what the run left behind.
///
/// # Errors
/// As [`trace`].
pub fn traced(catalogue: &Catalogue, listing: &Listing) -> Result<(Trace, Run), String> {
    if !listing.kind.is_virtual() {
        return Err(format!("{listing} has no trace: {}", listing.kind.remark()));
    }
    let number = FILES.fetch_add(1, Ordering::Relaxed);
    let file = std::env::temp_dir().join(format!("lessons-{}-{number}.json", std::process::id()));
    let mut command = on_stage(listing, Clock::Virtual)?;
    command.arg(TRACE).arg(&file);
    let outcome = capture(&mut command, TIME_LIMIT).map_err(|error| format!("{listing} cannot be started: {error}"));
    let events = fs::read(&file);
    let _ = fs::remove_file(&file);
    let outcome = outcome?;
    let events = events.map_err(|error| format!("{listing} {}, and wrote no trace: {error}", outcome.ending))?;
    let events: Vec<Event> = serde_json::from_slice(&events).map_err(|error| format!("{listing}: {error}"))?;
    let path = catalogue.listing_file(&listing.path());
    let source = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok((derive::derive(&listing.name(), &source, &events), outcome))
}
