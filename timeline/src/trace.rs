//! A trace: one run of a program, as lanes that wait, print, wake each other and hold locks.
//!
//! As JSON a trace is a format of its own, with a version. Times are virtual microseconds since the start of the first runtime.
//! Lines are counted from 1. A field may be added in the same version, but none ever changes its meaning.

use serde::{Deserialize, Serialize};
use stage::event::LaneId;
pub use stage::event::{LaneKind, Outcome};

/// The version of the format.
pub const VERSION: u32 = 1;

/// One run of a program on the virtual clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// [`VERSION`].
    pub version: u32,
    /// The program's name.
    #[serde(rename = "listing")]
    pub name: String,
    /// When the last thing happened, in virtual microseconds; a little later if a lane never ends.
    pub end: u64,
    /// When the last thing happened, in virtual microseconds. 0 in a trace that was read from JSON.
    #[serde(skip)]
    pub last: u64,
    /// In the order in which they began. A lane's number is its index here.
    pub lanes: Vec<Lane>,
    /// In the order in which they were printed.
    pub prints: Vec<Print>,
    /// In the order in which they happened. If one lane wakes another several times in an instant, only the first is kept.
    pub wakes: Vec<Wake>,
    /// The locks and semaphores, in the order in which they were first used. A resource's number is its index here.
    pub resources: Vec<Resource>,
    /// Who held them, in the order in which they were acquired. What was released in the instant in which it was acquired is left out.
    pub holds: Vec<Hold>,
    /// Why the record ends before the program does, if so: it reached a limit, or exited from within.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<String>,
}

/// A task, the main future, a branch of `join!`, `try_join!` or `select!`, a member of a set of futures, or a blocking closure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lane {
    /// Which of these it is.
    pub kind: LaneKind,
    /// `main`, or the name of what it runs, and the values that tell it apart from other lanes: `guest Ada`. Lanes with nothing that
    /// tells them apart get a number each: `cook #2`.
    pub label: String,
    /// The number of the lane that was running when this one began.
    pub parent: Option<usize>,
    /// The line where it was spawned, or where its branch stands.
    pub line: u32,
    /// When it began, in virtual microseconds.
    pub from: u64,
    /// When it ended, in virtual microseconds; the trace's end if it never did.
    pub to: u64,
    /// How it ended; `None` if it never did.
    pub outcome: Option<Outcome>,
    /// When its handle was dropped, in virtual microseconds, if that was before it ended: nobody learns how it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detached: Option<u64>,
    /// What it did, in order. There are gaps only where it ran: running takes no virtual time.
    pub segments: Vec<Segment>,
    /// The recorder's numbers of this lane: one for each round of a branch in a loop. Empty in a trace that was read from JSON.
    #[serde(skip)]
    pub recorded: Vec<LaneId>,
}

/// A stretch of time in which a lane is in one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// When it begins, in virtual microseconds.
    pub from: u64,
    /// When it ends, in virtual microseconds.
    pub to: u64,
    /// What the lane does.
    pub state: State,
    /// What it waits for, as the documentation names it (`Mutex::lock`); empty where it has no name.
    pub what: String,
    /// The line of the await or call; 0 where there is none.
    pub line: u32,
    /// The number of the lock or semaphore that it waits for, if it waits for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<usize>,
}

/// What a lane does for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Blocks the thread, in `std::thread::sleep`.
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
    /// Waits for something outside of the program, in real time: a socket, a process, a file, a signal.
    Outside,
    /// Waits for something that the recorder cannot name.
    Unknown,
    /// Is ready, and waits to be polled.
    Ready,
}

/// A lock or a semaphore.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// `Mutex`, `RwLock` or `Semaphore`.
    pub kind: String,
    /// The variable that it is assigned to where it is made, and its kind: `stock: Mutex`.
    pub label: String,
    /// The line where it is made; 0 if that is outside of the source.
    pub line: u32,
}

/// A stretch of time in which a lane holds a lock or permits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// The number of the resource that is held.
    pub resource: usize,
    /// The number of the lane that acquired it.
    pub lane: usize,
    /// The number of the lane that released it, which is another one if the guard was handed on. `None` if it was released outside of
    /// any lane, or never.
    pub given_back_by: Option<usize>,
    /// The line of the call that acquired it.
    pub line: u32,
    /// When it was acquired, in virtual microseconds.
    pub from: u64,
    /// When it was released, in virtual microseconds; the trace's end if it never was.
    pub to: u64,
    /// How many permits; 1 for a lock.
    pub permits: usize,
    /// Whether others may hold it at the same time, as the readers of a lock do.
    pub is_shared: bool,
}

/// Something printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Print {
    /// When, in virtual microseconds.
    pub at: u64,
    /// The number of the lane that printed it; `None` outside of any.
    pub lane: Option<usize>,
    /// The line of the macro.
    pub line: u32,
    /// The text, with its line end.
    pub text: String,
}

/// One lane wakes another, which is then ready to be polled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wake {
    /// When, in virtual microseconds.
    pub at: u64,
    /// The number of the lane that wakes.
    pub by: usize,
    /// The number of the lane that is woken.
    pub lane: usize,
}

impl Lane {
    /// The number of the lane that this one is a branch or a member of.
    pub(crate) fn owner(&self) -> Option<usize> {
        self.parent.filter(|_| self.kind.is_part())
    }
}

impl Resource {
    /// What is held of it, in words: `stock: Mutex`, `seats: Semaphore, 2 permits`.
    pub(crate) fn held(&self, permits: usize, is_shared: bool) -> String {
        let label = &self.label;
        match (permits, is_shared) {
            (_, true) => format!("{label}, shared"),
            (1, false) => label.clone(),
            (permits, false) => format!("{label}, {permits} permits"),
        }
    }
}

impl Trace {
    /// The numbers of the lanes around this lane, the innermost first.
    pub(crate) fn around(&self, lane: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.lanes[lane].owner(), |around| self.lanes[*around].owner())
    }

    /// How many lanes are around this lane: two for a branch of a branch.
    pub(crate) fn depth(&self, lane: usize) -> usize {
        self.around(lane).count()
    }

    /// What a lane prints, in order. What is printed outside of any lane counts as printed by the first, which is `main`.
    pub(crate) fn prints_of(&self, lane: usize) -> impl Iterator<Item = &Print> {
        self.prints.iter().filter(move |print| print.lane.unwrap_or(0) == lane)
    }

    /// The label of the lane that is named for a hold: the one that released it, to which the guard may have been handed on. While
    /// that isn't known, the one that acquired it.
    pub(crate) fn holder(&self, hold: &Hold) -> &str {
        &self.lanes[hold.given_back_by.unwrap_or(hold.lane)].label
    }
}
