//! From events to lanes and their segments.

use std::collections::HashMap;

use stage::event::{Await, Event, Happening, Kind, LaneId, Outcome};

use super::{Lane, Print, Segment, State, Trace, VERSION, Wake, label};

/// A lane while its events are read.
struct Open {
    lane: Lane,
    /// Since when it waits, and for what; `None` while it runs.
    waiting: Option<(u64, State, String, u32)>,
    /// When it was woken out of this wait, if it was.
    woken: Option<u64>,
    /// Whether it was polled before, in the same wait, without having been woken: by a sibling's wake. Then the wait goes on.
    continues: bool,
    /// How many branches of its own are open.
    branches: usize,
}

/// Makes a trace of a listing's events. `source` is its text, which gives the labels.
pub fn derive(listing: &str, source: &str, events: &[Event]) -> Trace {
    let mut reader = Reader::default();
    for event in events {
        reader.read(source, event);
    }
    let end = events.iter().map(|event| event.at).max().unwrap_or(0);
    // What never ends is drawn a little beyond the last thing that happened, so that the wait for ever is seen.
    let is_endless = reader.open.iter().any(|open| open.lane.outcome.is_none());
    let end = if is_endless { end + (end / 8).max(100_000) } else { end };
    for open in reader.open.iter_mut().filter(|open| open.lane.outcome.is_none()) {
        open.end(end, None);
    }
    let mut lanes: Vec<Lane> = reader.open.into_iter().map(|open| open.lane).collect();
    number(&mut lanes);
    let (prints, wakes) = (reader.prints, reader.wakes);
    Trace {
        version: VERSION,
        listing: listing.to_owned(),
        end,
        lanes,
        prints,
        wakes,
    }
}

/// What is known after some of the events.
#[derive(Default)]
struct Reader {
    open: Vec<Open>,
    /// The recorder's number of a lane, and its place in the trace.
    places: HashMap<LaneId, usize>,
    prints: Vec<Print>,
    wakes: Vec<Wake>,
}

impl Reader {
    fn read(&mut self, source: &str, event: &Event) {
        let at = event.at;
        let place = event.lane.and_then(|lane| self.places.get(&lane).copied());
        match (&event.what, place) {
            (Happening::Opened { .. }, _) => self.opened(source, event),
            (Happening::Printed { line, text }, lane) => {
                self.prints.push(Print {
                    at,
                    lane,
                    line: *line,
                    text: text.clone(),
                });
            }
            (Happening::Polled, Some(place)) => self.open[place].poll(at),
            (Happening::Pending { waits }, Some(place)) => self.open[place].wait(at, waits),
            (Happening::Woken { by }, Some(place)) => {
                let by = by.and_then(|by| self.places.get(&by).copied());
                if self.open[place].wake(at)
                    && let Some(by) = by.filter(|by| *by != place)
                {
                    self.wakes.push(Wake { at, by, lane: place });
                }
            }
            (Happening::Blocked { until }, Some(place)) => self.blocked(place, at, *until),
            (Happening::Ended(outcome), Some(place)) => {
                if let Some(parent) = self.open[place].owner() {
                    self.open[parent].branches = self.open[parent].branches.saturating_sub(1);
                }
                self.open[place].end(at, Some(*outcome));
            }
            // What happens to a lane that was never opened cannot be shown.
            (_, None) => {}
        }
    }

    fn opened(&mut self, source: &str, event: &Event) {
        let (at, Some(id)) = (event.at, event.lane) else { return };
        let Happening::Opened {
            kind,
            parent,
            line,
            column,
            label,
            ..
        } = &event.what
        else {
            return;
        };
        let parent = parent.and_then(|parent| self.places.get(&parent).copied());
        let name = name(source, *kind, *line, *column, label);
        // A macro's branch has no column: in a loop, its next round is the same lane. A set's member is a new one.
        let is_round = *kind == Kind::Branch && *column == 0;
        let earlier = is_round.then(|| again(&self.open, parent, &name, at)).flatten();
        let place = earlier.unwrap_or(self.open.len());
        match earlier {
            Some(place) => self.open[place].resume(at),
            None => self.open.push(begin(*kind, parent, name, at)),
        }
        if let Some(parent) = self.open[place].owner() {
            self.open[parent].branches += 1;
        }
        self.places.insert(id, place);
    }

    /// The thread is held, and with it every lane that is being polled: this one and those around it.
    fn blocked(&mut self, place: usize, at: u64, until: u64) {
        let mut held = Some(place);
        while let Some(place) = held.filter(|place| self.open[*place].waiting.is_none()) {
            self.open[place].block(at, until);
            held = self.open[place].owner();
        }
    }
}

/// The lane that this one continues: a branch of the same macro, with the same text, that has ended, as in a loop around `select!`.
fn again(open: &[Open], parent: Option<usize>, (label, line): &(String, u32), at: u64) -> Option<usize> {
    open.iter().position(|other| {
        let lane = &other.lane;
        let is_same = lane.kind == Kind::Branch && lane.parent == parent && lane.label == *label && lane.line == *line;
        is_same && lane.outcome.is_some() && lane.to <= at
    })
}

/// A lane's label and line.
fn name(source: &str, kind: Kind, line: u32, column: u32, text: &str) -> (String, u32) {
    match kind {
        Kind::Main => ("main".to_owned(), line),
        Kind::Task => (
            label::of_call(source, line, column).unwrap_or_else(|| format!("task of line {line}")),
            line,
        ),
        Kind::Branch if column > 0 => (
            label::of_call(source, line, column).unwrap_or_else(|| format!("member of line {line}")),
            line,
        ),
        Kind::Branch => (label::of_text(text), label::line_of_branch(source, text, line)),
    }
}

fn begin(kind: Kind, parent: Option<usize>, (label, line): (String, u32), at: u64) -> Open {
    let lane = Lane {
        kind,
        label,
        parent,
        line,
        from: at,
        to: at,
        outcome: None,
        segments: Vec::new(),
    };
    Open {
        lane,
        waiting: Some((at, State::Ready, String::new(), 0)),
        woken: None,
        continues: false,
        branches: 0,
    }
}

/// Lanes that share a label get a number each.
fn number(lanes: &mut [Lane]) {
    let mut counts = HashMap::<String, usize>::new();
    for lane in lanes.iter() {
        *counts.entry(lane.label.clone()).or_default() += 1;
    }
    let mut seen = HashMap::<String, usize>::new();
    for lane in lanes.iter_mut().filter(|lane| counts[&lane.label] > 1) {
        let number = seen.entry(lane.label.clone()).or_default();
        *number += 1;
        lane.label = format!("{} #{number}", lane.label);
    }
}

impl Open {
    /// The lane of which this one is a branch.
    fn owner(&self) -> Option<usize> {
        self.lane.parent.filter(|_| self.lane.kind == Kind::Branch)
    }

    /// Another round of the same branch.
    fn resume(&mut self, at: u64) {
        self.lane.outcome = None;
        self.waiting = Some((at, State::Ready, String::new(), 0));
        self.woken = None;
        self.continues = false;
    }

    fn poll(&mut self, at: u64) {
        let was_woken = self.woken.is_some();
        self.close_wait(at);
        self.continues = !was_woken;
    }

    fn wait(&mut self, at: u64, waits: &[Await]) {
        let (state, what, line) = if self.branches > 0 {
            (State::Branches, String::new(), 0)
        } else {
            telling(waits)
        };
        self.waiting = Some((at, state, what, line));
        self.woken = None;
    }

    /// Whether this is the wake that ends the wait.
    fn wake(&mut self, at: u64) -> bool {
        let is_first = self.waiting.is_some() && self.woken.is_none();
        if is_first {
            self.woken = Some(at);
        }
        is_first
    }

    fn block(&mut self, at: u64, until: u64) {
        let what = "thread::sleep".to_owned();
        self.push(
            Segment {
                from: at,
                to: until,
                state: State::Blocking,
                what,
                line: 0,
            },
            true,
        );
    }

    fn end(&mut self, at: u64, outcome: Option<Outcome>) {
        self.close_wait(at);
        self.lane.to = at;
        self.lane.outcome = outcome;
    }

    /// Ends the wait, if there is one: until the wake it was a wait, from then on it was readiness.
    fn close_wait(&mut self, at: u64) {
        if let Some((from, state, what, line)) = self.waiting.take() {
            let woken = self.woken.take().unwrap_or(at).max(from);
            let continues = self.continues || matches!(state, State::Branches | State::Task);
            self.push(
                Segment {
                    from,
                    to: woken,
                    state,
                    what,
                    line,
                },
                continues,
            );
            self.push(
                Segment {
                    from: woken,
                    to: at,
                    state: State::Ready,
                    what: String::new(),
                    line: 0,
                },
                false,
            );
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
fn telling(waits: &[Await]) -> (State, String, u32) {
    let best = waits
        .iter()
        .map(|wait| (state(&wait.what), wait))
        .min_by_key(|(state, _)| *state);
    match best {
        Some((state, wait)) => (state, wait.what.clone(), wait.line),
        None => (State::Unknown, String::new(), 0),
    }
}

/// What a wait for this function of a library is.
fn state(what: &str) -> State {
    let head = what.split("::").next().unwrap_or_default();
    match head {
        "Sleep" | "Timeout" | "Interval" => State::Timer,
        "Mutex" | "RwLock" | "Semaphore" | "Acquire" | "OnceCell" => State::Lock,
        "JoinHandle" | "JoinSet" | "JoinMap" | "TaskTracker" => State::Task,
        "oneshot" | "mpsc" | "broadcast" | "watch" | "Notified" | "Notify" | "Barrier" | "SetOnce" => State::Event,
        _ => State::Unknown,
    }
}
