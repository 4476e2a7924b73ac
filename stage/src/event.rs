//! What the recorder writes down: one entry for each thing that happens to a lane, in order.
//!
//! This is raw material, read only by the library of this project; the documented format is made from it there.

use serde::{Deserialize, Serialize};

/// A lane's number, in the order in which lanes are opened, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LaneId(pub u32);

/// A lock's or semaphore's number, in the order in which they are first used, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ResourceId(pub u32);

/// The number of a hold on one of them, in the order in which they are taken, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HoldId(pub u32);

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When, in virtual microseconds from the start of the first runtime.
    pub at: u64,
    /// To which lane; `None` for what is printed outside of any.
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
        /// Main, task or branch.
        kind: Kind,
        /// The lane that was running then.
        parent: Option<LaneId>,
        /// The line of the call or macro, from 1.
        line: u32,
        /// The column of the call, from 1; 0 where there is a label, and where only the line is known.
        column: u32,
        /// A branch's source text, or what its set is called; empty where it is the argument of the call.
        label: String,
    },
    /// Its future is polled.
    Polled,
    /// The poll came back without a result; what is waited for.
    Pending {
        /// The awaits whose wakers are kept, each once.
        waits: Vec<Await>,
    },
    /// One of its wakers was called.
    Woken {
        /// The lane that was running then; `None` for a timer, another thread or the runtime itself.
        by: Option<LaneId>,
    },
    /// The future has ended, or is gone.
    Ended(Outcome),
    /// The listing prints a line, or a part of one.
    Printed {
        /// The line of the macro, from 1.
        line: u32,
        /// The text, with its line end.
        text: String,
    },
    /// The thread is held, by `std::thread::sleep`, until this time in virtual microseconds.
    Blocked {
        /// The line of the call, from 1.
        line: u32,
        /// When it is let go.
        until: u64,
    },
    /// The handle of a task was dropped before the task had ended: nobody will hear of its end.
    Detached,
    /// A lock or a semaphore is used for the first time.
    Made {
        /// Its number.
        resource: ResourceId,
        /// What it is: `Mutex`.
        kind: String,
        /// The line where it was made, from 1; 0 where that is outside of the listing.
        line: u32,
    },
    /// The lane takes a lock or permits.
    Taken {
        /// The hold's number.
        hold: HoldId,
        /// Of what.
        resource: ResourceId,
        /// The line of the call that took it, from 1.
        line: u32,
        /// How many permits; 1 for a lock.
        permits: usize,
        /// Whether others may hold it, too, as the readers of a lock do.
        is_shared: bool,
    },
    /// The lane gives back what was taken, by itself or by another.
    GivenBack {
        /// The hold's number.
        hold: HoldId,
    },
}

/// What a lane follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The future given to `block_on`.
    Main,
    /// A spawned task.
    Task,
    /// A branch of `join!`, `try_join!` or `select!`.
    Branch,
    /// A member of a set of futures that one task runs, such as those of `join_all`.
    Member,
    /// A closure given to `spawn_blocking`.
    Blocking,
}

impl Kind {
    /// Whether it is run by the lane in which it began, as a part of the same task.
    pub fn is_part(self) -> bool {
        matches!(self, Kind::Branch | Kind::Member)
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
    /// A reference to it was given back; the future itself lives on.
    Released,
    /// By a panic.
    Panicked,
}

/// An await of the listing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Await {
    /// The line in the listing, from 1; 0 when no line of it is on the stack.
    pub line: u32,
    /// What is awaited there, in tokio's terms: `Mutex::lock`. Empty when the listing's own future keeps the waker.
    pub what: String,
    /// The lock or semaphore that is waited for, where it is one.
    pub resource: Option<ResourceId>,
}
