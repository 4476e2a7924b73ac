//! A lane while its events are read: what it waits for, and the segments so far.

use stage::event::{Await, LaneKind, Outcome, ResourceId};

use super::{Lane, Segment, State};

/// A lane while its events are read.
pub(super) struct Open {
    pub(super) lane: Lane,
    /// The wait that has begun; `None` while it runs.
    waiting: Option<Waiting>,
    /// When it was woken out of this wait, if it was.
    woken: Option<u64>,
    /// Whether it was polled before, in the same wait, without having been woken: by a sibling's wake. Then the wait goes on.
    continues: bool,
    /// How many branches of its own are open.
    pub(super) branches: usize,
    /// Whether its latest poll has left one of them waiting.
    waits_for_branches: bool,
}

/// A wait that has begun.
struct Waiting {
    from: u64,
    state: State,
    what: String,
    line: u32,
    resource: Option<ResourceId>,
}

impl Waiting {
    /// For the lane's turn.
    fn ready(from: u64) -> Self {
        Self {
            from,
            state: State::Ready,
            what: String::new(),
            line: 0,
            resource: None,
        }
    }

    fn until(&self, to: u64) -> Segment {
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

/// A lane that begins now: ready, and waiting for its first turn.
pub(super) fn begin(kind: LaneKind, parent: Option<usize>, (label, line): (String, u32), at: u64) -> Open {
    let lane = Lane {
        kind,
        label,
        parent,
        line,
        from: at,
        to: at,
        outcome: None,
        detached: None,
        segments: Vec::new(),
    };
    Open {
        lane,
        waiting: Some(Waiting::ready(at)),
        woken: None,
        continues: false,
        branches: 0,
        waits_for_branches: false,
    }
}

impl Open {
    /// Whether it is not being polled.
    pub(super) fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// The lane of which this one is a branch.
    pub(super) fn owner(&self) -> Option<usize> {
        self.lane.parent.filter(|_| self.lane.kind.is_part())
    }

    /// Another round of the same branch.
    pub(super) fn resume(&mut self, at: u64) {
        self.lane.outcome = None;
        self.waiting = Some(Waiting::ready(at));
        self.woken = None;
        self.continues = false;
    }

    pub(super) fn poll(&mut self, at: u64) {
        let was_woken = self.woken.is_some();
        self.close_wait(at);
        self.continues = !was_woken;
        self.waits_for_branches = false;
    }

    /// A branch was polled and waits. That does not count if this lane waits as well: then somebody else has polled it.
    pub(super) fn branch_waits(&mut self) {
        self.waits_for_branches |= !self.is_waiting();
    }

    /// A branch has ended. If it is a member of a set, the lane may now be in the body of a loop, and leave the others alone.
    pub(super) fn branch_ends(&mut self, kind: LaneKind) {
        self.branches = self.branches.saturating_sub(1);
        self.waits_for_branches &= kind != LaneKind::Member;
    }

    pub(super) fn wait(&mut self, at: u64, waits: &[Await]) {
        let own = telling(at, waits);
        // A time limit is one for the branches, and a set of futures has no name.
        let is_other = own.state != State::Unknown && own.what != "Timeout";
        self.waiting = Some(if self.branches > 0 && (self.waits_for_branches || !is_other) {
            Waiting {
                state: State::Branches,
                ..Waiting::ready(at)
            }
        } else {
            own
        });
        self.woken = None;
    }

    /// Whether this is the wake that ends the wait.
    pub(super) fn wake(&mut self, at: u64) -> bool {
        let is_first = self.waiting.is_some() && self.woken.is_none();
        if is_first {
            self.woken = Some(at);
        }
        is_first
    }

    pub(super) fn block(&mut self, line: u32, at: u64, until: u64) {
        let blocking = Waiting {
            state: State::Blocking,
            what: "thread::sleep".to_owned(),
            line,
            ..Waiting::ready(at)
        };
        self.push(blocking.until(until), true);
    }

    pub(super) fn end(&mut self, at: u64, outcome: Option<Outcome>) {
        self.close_wait(at);
        self.lane.to = at;
        self.lane.outcome = outcome;
    }

    /// Ends the wait, if there is one: until the wake it was a wait, from then on it was readiness.
    fn close_wait(&mut self, at: u64) {
        if let Some(wait) = self.waiting.take() {
            let woken = self.woken.take().unwrap_or(at).max(wait.from);
            let continues = self.continues || matches!(wait.state, State::Branches | State::Task);
            self.push(wait.until(woken), continues);
            self.push(Waiting::ready(woken).until(at), false);
        }
    }

    /// Adds a segment that has a length; one that goes on lengthens the one before it.
    fn push(&mut self, segment: Segment, continues: bool) {
        if segment.to <= segment.from {
            return;
        }
        if let Some(last) = self.lane.segments.last_mut()
            && (continues || segment.state == State::Ready)
            && last.to == segment.from
            && (last.state, &last.what, last.line) == (segment.state, &segment.what, segment.line)
        {
            last.to = segment.to;
            return;
        }
        self.lane.segments.push(segment);
    }
}

/// Of several awaits, the one that says most; a timer beside something else is its time limit.
fn telling(from: u64, waits: &[Await]) -> Waiting {
    let best = waits
        .iter()
        .map(|wait| (state(&wait.what), wait))
        .min_by_key(|(state, _)| *state);
    match best {
        Some((state, wait)) => Waiting {
            from,
            state,
            what: wait.what.clone(),
            line: wait.line,
            resource: wait.resource,
        },
        None => Waiting {
            state: State::Unknown,
            ..Waiting::ready(from)
        },
    }
}

/// What a wait for this function of a library is.
fn state(what: &str) -> State {
    let head = what.split("::").next().unwrap_or_default();
    match head {
        "Sleep" | "Timeout" | "Interval" | "DelayQueue" => State::Timer,
        "Mutex" | "RwLock" | "Semaphore" | "Acquire" | "OnceCell" => State::Lock,
        "JoinHandle" | "JoinSet" | "JoinMap" | "JoinQueue" | "TaskTracker" | "TaskTrackerWaitFuture" => State::Task,
        "oneshot" | "mpsc" | "broadcast" | "watch" | "async_channel" | "Notified" | "Notify" | "Barrier"
        | "SetOnce" | "Shared" => State::Event,
        "CancellationToken" | "WaitForCancellationFuture" | "RunUntilCancelledFuture" => State::Event,
        _ => State::Unknown,
    }
}
