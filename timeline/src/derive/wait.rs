//! A wait that has begun, and what it is for.

use stage::event::{Await, ResourceId};

use crate::trace::{Segment, State};

/// A wait that has begun.
pub struct Wait {
    /// When it began, in virtual microseconds.
    pub from: u64,
    /// What the lane does meanwhile.
    pub state: State,
    /// What it waits for, as in [`Segment::what`].
    pub what: String,
    line: u32,
    resource: Option<ResourceId>,
}

impl Wait {
    /// A wait of this state that needs no more words.
    pub fn of(state: State, from: u64) -> Self {
        Self {
            from,
            state,
            what: String::new(),
            line: 0,
            resource: None,
        }
    }

    /// A call of `std::thread::sleep` on this line.
    pub fn in_sleep(from: u64, line: u32) -> Self {
        Self {
            what: "thread::sleep".to_owned(),
            line,
            ..Self::of(State::Blocking, from)
        }
    }

    /// Of several awaits, the one that says most. A timer beside something else is only its time limit.
    pub fn for_any(from: u64, awaits: &[Await]) -> Self {
        let best = awaits.iter().map(|one| (state_of(&one.what), one));
        match best.min_by_key(|(state, _)| *state) {
            Some((state, one)) => Self {
                from,
                state,
                what: one.what.clone(),
                line: one.line,
                resource: one.resource,
            },
            None => Self::of(State::Unknown, from),
        }
    }

    /// The segment that the wait becomes if it ends at this time.
    pub fn until(&self, to: u64) -> Segment {
        Segment {
            from: self.from,
            to,
            state: self.state,
            what: self.what.clone(),
            line: self.line,
            resource: self.resource.map(|resource| resource.0 as usize),
        }
    }
}

/// The state of a lane that awaits this function of a library.
fn state_of(what: &str) -> State {
    match what.split("::").next().unwrap_or_default() {
        "Sleep" | "Timeout" | "Interval" | "DelayQueue" => State::Timer,
        "Mutex" | "RwLock" | "Semaphore" | "Acquire" | "OnceCell" => State::Lock,
        "JoinHandle" | "JoinSet" | "JoinMap" | "JoinQueue" | "TaskTracker" | "TaskTrackerWaitFuture" => State::Task,
        "oneshot" | "mpsc" | "broadcast" | "watch" | "async_channel" | "Notified" | "Notify" | "Barrier"
        | "SetOnce" | "Shared" => State::Event,
        "CancellationToken" | "WaitForCancellationFuture" | "RunUntilCancelledFuture" => State::Event,
        "TcpListener" | "TcpStream" | "TcpSocket" | "UdpSocket" | "UnixListener" | "UnixStream" | "UnixDatagram"
        | "Child" | "ChildStdin" | "ChildStdout" | "ChildStderr" | "Command" | "Registration" | "ScheduledIo"
        | "Readiness" | "AsyncFd" | "Stdin" | "Stdout" | "Stderr" | "File" | "fs" | "lookup_host" | "Signal"
        | "ctrl_c" => State::Outside,
        _ => State::Unknown,
    }
}
