//! What the stage records: one event for each thing that happens to a lane, in order.
//!
//! The format is internal: this project's library reads it, and makes the documented trace format from it.

use serde::{Deserialize, Serialize};

/// A lane's number, in the order in which lanes are opened, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LaneId(pub u32);

/// A lock's or semaphore's number, in the order in which they are first used, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ResourceId(pub u32);

/// The number of a hold on one of them, in the order in which they are acquired, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HoldId(pub u32);

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When, in virtual microseconds from the start of the first runtime.
    pub at: u64,
    /// To which lane; `None` for what happens outside of any.
    pub lane: Option<LaneId>,
    /// What.
    pub what: Happening,
}

/// What may happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Happening {
    /// A lane begins.
    Opened {
        /// What the lane follows.
        kind: LaneKind,
        /// The lane that was running then.
        parent: Option<LaneId>,
        /// The line of the call or macro, from 1.
        line: u32,
        /// The column of the call, from 1; 0 where there is a label, and where only the line is known.
        column: u32,
        /// A branch's source text, or the name of a member's set; empty where the text is the argument of the call.
        label: String,
    },
    /// Its future is polled.
    Polled,
    /// The poll returned `Pending`.
    Pending {
        /// What the lane waits for: the awaits that keep its waker, each once.
        waits: Vec<Await>,
    },
    /// One of its wakers was called.
    Woken {
        /// The lane that was running then; `None` for a timer, another thread or the runtime itself.
        by: Option<LaneId>,
    },
    /// The future has completed, or was dropped.
    Ended(Outcome),
    /// The listing prints a line, or a part of one.
    Printed {
        /// The line of the macro, from 1.
        line: u32,
        /// The text, with its line end.
        text: String,
    },
    /// `std::thread::sleep` blocks the thread.
    Blocked {
        /// The line of the call, from 1.
        line: u32,
        /// Until when, in virtual microseconds.
        until: u64,
    },
    /// The clock moved as real time passed, because something outside of the program may wake it.
    Outside {
        /// For how long, in virtual microseconds.
        micros: u64,
    },
    /// The program went on, but its record ends here: it reached a limit, or ended from within.
    Cut {
        /// The reason, in words.
        why: String,
    },
    /// The handle of a task was dropped before the task had ended: its result is lost.
    Detached,
    /// A lock or a semaphore is used for the first time.
    Made {
        /// Its number.
        resource: ResourceId,
        /// Its type, such as `Mutex`.
        kind: String,
        /// The line that made it, from 1; 0 outside of the listing.
        line: u32,
    },
    /// The lane acquires a lock or permits.
    Taken {
        /// The hold's number.
        hold: HoldId,
        /// Of what.
        resource: ResourceId,
        /// The line of the call that acquired it, from 1.
        line: u32,
        /// How many permits; 1 for a lock.
        permits: usize,
        /// Whether others may hold it too, as the readers of a lock do.
        is_shared: bool,
    },
    /// The lane releases what it, or another lane, acquired.
    GivenBack {
        /// The hold's number.
        hold: HoldId,
    },
}

/// What a lane follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LaneKind {
    /// The future given to `block_on`.
    Main,
    /// A spawned task.
    Task,
    /// A branch of `join!`, `try_join!` or `select!`.
    Branch,
    /// A member of a set of futures that one task polls, such as `join_all`.
    Member,
    /// A closure given to `spawn_blocking`, or to a thread of its own.
    Blocking,
}

impl LaneKind {
    /// Whether the lane in which it began polls it, as a part of the same task.
    pub fn is_part(self) -> bool {
        matches!(self, LaneKind::Branch | LaneKind::Member)
    }
}

/// How a lane ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// With a result.
    Done,
    /// Dropped before it had one.
    Cancelled,
    /// Only a reference to it was dropped; the future itself lives on.
    Released,
    /// By a panic.
    Panicked,
}

/// How a lock or permits are held. Events have `permits` and `is_shared` instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// By one holder alone.
    Exclusive,
    /// By several at once, as the readers of a lock do.
    Shared,
    /// This many permits of a semaphore.
    Permits(usize),
}

/// An await of the listing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Await {
    /// The line in the listing, from 1; 0 when no line of it is on the stack.
    pub line: u32,
    /// What is awaited there, in Tokio's terms: `Mutex::lock`. Empty if the listing's own future keeps the waker.
    pub what: String,
    /// The lock or semaphore that is waited for, if it is one.
    pub resource: Option<ResourceId>,
}
