//! A lane while events are read: what it waits for, and the segments so far.

use stage::event::Await;

use super::wait::Wait;
use crate::trace::{Lane, LaneKind, Outcome, Segment, State};

/// A lane while events are read.
pub struct OpenLane {
    /// The lane so far.
    pub lane: Lane,
    /// The wait that has begun; `None` while the lane runs.
    waiting: Option<Wait>,
    /// When it was woken from this wait, if it was.
    woken: Option<u64>,
    /// Whether it is being polled without having been woken itself, as by a wake for a sibling. Then its wait goes on.
    continues: bool,
    /// Whether it was polled since it began, or since this round of a loop did.
    is_polled: bool,
    /// How and when the round before this one ended.
    earlier: Option<(Option<Outcome>, u64)>,
    /// How many of its branches have not ended.
    branches: usize,
    /// Whether its latest poll left one of them waiting.
    waits_for_branches: bool,
}

impl OpenLane {
    /// A lane that begins now, without a label. It is ready, and waits to be polled for the first time.
    pub fn new(kind: LaneKind, parent: Option<usize>, line: u32, at: u64) -> Self {
        let lane = Lane {
            kind,
            label: String::new(),
            parent,
            line,
            from: at,
            to: at,
            outcome: None,
            detached: None,
            segments: Vec::new(),
            recorded: Vec::new(),
        };
        Self {
            lane,
            waiting: Some(Wait::of(State::Ready, at)),
            woken: None,
            continues: false,
            is_polled: false,
            earlier: None,
            branches: 0,
            waits_for_branches: false,
        }
    }

    /// Whether it is not being polled.
    pub fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// Whether its end has not come yet.
    pub fn is_endless(&self) -> bool {
        self.lane.outcome.is_none()
    }

    /// The lane that this one is a branch of.
    pub fn owner(&self) -> Option<usize> {
        self.lane.owner()
    }

    /// The same branch begins again, in another round of a loop.
    pub fn resume(&mut self, at: u64) {
        self.is_polled = false;
        self.earlier = Some((self.lane.outcome.take(), self.lane.to));
        self.waiting = Some(Wait::of(State::Ready, at));
        self.woken = None;
        self.continues = false;
    }

    /// It is polled.
    pub fn poll(&mut self, at: u64) {
        self.is_polled = true;
        let was_woken = self.woken.is_some();
        self.close_wait(at);
        self.continues = !was_woken;
        self.waits_for_branches = false;
    }

    /// One of its branches begins.
    pub fn branch_begins(&mut self) {
        self.branches += 1;
    }

    /// One of its branches was polled and waits. If this lane waits as well, then another lane polled the branch: it doesn't count.
    pub fn branch_waits(&mut self) {
        self.waits_for_branches |= !self.is_waiting();
    }

    /// One of its branches has ended. If that was a member of a set, this lane may now be in the body of a loop over the set, where
    /// it doesn't poll the others.
    pub fn branch_ends(&mut self, kind: LaneKind) {
        self.branches = self.branches.saturating_sub(1);
        self.waits_for_branches &= kind != LaneKind::Member;
    }

    /// A poll returned without a result; the lane now waits for these.
    pub fn wait(&mut self, at: u64, awaits: &[Await]) {
        let own = Wait::for_any(at, awaits);
        // A timeout limits its branches, and a set of futures has no name: both mean that the lane waits for its branches.
        let is_other = own.state != State::Unknown && own.what != "Timeout";
        let is_for_branches = self.branches > 0 && (self.waits_for_branches || !is_other);
        self.waiting = Some(if is_for_branches {
            Wait::of(State::Branches, at)
        } else {
            own
        });
        self.woken = None;
    }

    /// It is woken. Returns whether this is the wake that ends its wait.
    pub fn wake(&mut self, at: u64) -> bool {
        let is_first = self.waiting.is_some() && self.woken.is_none();
        if is_first {
            self.woken = Some(at);
        }
        is_first
    }

    /// It blocks its thread.
    pub fn block(&mut self, line: u32, at: u64, until: u64) {
        self.push(Wait::in_sleep(at, line).until(until), true);
    }

    /// It ends; without an outcome, the trace ends before the lane does.
    pub fn end(&mut self, at: u64, outcome: Option<Outcome>) {
        if self.lane.kind == LaneKind::Branch && !self.is_polled {
            // It was switched off: it was not ready, and nobody let it wait for its turn.
            self.waiting = None;
            if let Some((outcome, to)) = self.earlier {
                (self.lane.outcome, self.lane.to) = (outcome, to);
                return;
            }
        }
        self.close_wait(at);
        // A closure may sleep longer than the program runs, if the runtime is shut down without waiting for it.
        for segment in &mut self.lane.segments {
            segment.to = segment.to.min(at);
        }
        self.lane.segments.retain(|segment| segment.from < segment.to);
        self.lane.to = at;
        self.lane.outcome = outcome;
    }

    /// What has no name, and took real time, was a wait for something outside.
    pub fn look_outside(&mut self, outside: &[(u64, u64)]) {
        let overlaps = |segment: &Segment| {
            outside
                .iter()
                .any(|(from, to)| *from < segment.to && segment.from < *to)
        };
        for segment in &mut self.lane.segments {
            if segment.state == State::Unknown && overlaps(segment) {
                segment.state = State::Outside;
            }
        }
    }

    /// Ends the wait, if there is one. After the wake the lane was ready.
    fn close_wait(&mut self, at: u64) {
        if let Some(wait) = self.waiting.take() {
            let woken = self.woken.take().unwrap_or(at).max(wait.from);
            let continues = self.continues || matches!(wait.state, State::Branches | State::Task);
            self.push(wait.until(woken), continues);
            self.push(Wait::of(State::Ready, woken).until(at), false);
        }
    }

    /// Adds a segment that has a length. One that goes on lengthens the one before it.
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
