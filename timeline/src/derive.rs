//! From events to a trace: reads them in order, and keeps what is known after each.

mod label;
mod open_holds;
mod open_lane;
mod wait;

use std::collections::HashMap;

use stage::event::{Await, Event, Happening, LaneId};

use crate::trace::{Lane, LaneKind, Outcome, Print, Trace, VERSION, Wake};
use label::Origin;
use open_holds::OpenHolds;
use open_lane::OpenLane;

/// The least time by which a trace is longer than its last event if a lane never ends, in virtual microseconds.
const BEYOND: u64 = 100_000;

impl Trace {
    /// Makes a trace of the events that a run recorded, in the order in which they were recorded.
    ///
    /// `name` is the program's name. `source` is its text, whose lines the events number; the lanes' labels are taken from it.
    pub fn from_events(name: &str, source: &str, events: &[Event]) -> Self {
        let mut reader = Reader {
            source,
            lanes: Vec::new(),
            origins: Vec::new(),
            numbers: HashMap::new(),
            prints: Vec::new(),
            wakes: Vec::new(),
            holds: OpenHolds::default(),
            outside: Vec::new(),
            cut: None,
        };
        for event in events {
            reader.read(event);
        }
        let end = events.iter().map(|event| event.at).max().unwrap_or(0);
        reader.close(name, end)
    }
}

/// What is known after some of the events.
struct Reader<'s> {
    source: &'s str,
    lanes: Vec<OpenLane>,
    /// Where each of them began.
    origins: Vec<Origin>,
    /// The number in the trace of each of the recorder's lanes.
    numbers: HashMap<LaneId, usize>,
    prints: Vec<Print>,
    wakes: Vec<Wake>,
    holds: OpenHolds,
    /// When the clock moved with the real time: from when, until when.
    outside: Vec<(u64, u64)>,
    cut: Option<String>,
}

impl Reader<'_> {
    fn read(&mut self, event: &Event) {
        let at = event.at;
        let lane = event.lane.and_then(|lane| self.number(lane));
        match (&event.what, lane) {
            (Happening::Opened { .. }, _) => self.opened(event),
            (Happening::Printed { line, text }, lane) => {
                let (line, text) = (*line, text.clone());
                self.prints.push(Print { at, lane, line, text });
            }
            (Happening::Polled, Some(lane)) => self.lanes[lane].poll(at),
            (Happening::Pending { waits }, Some(lane)) => self.pending(lane, at, waits),
            (Happening::Woken { by }, Some(lane)) => self.woken(lane, at, by.and_then(|by| self.number(by))),
            (Happening::Blocked { line, until }, Some(lane)) => self.blocked(lane, *line, at, *until),
            (Happening::Detached, Some(lane)) => self.lanes[lane].lane.detached = Some(at),
            (Happening::Outside { micros }, _) => self.outside.push((at.saturating_sub(*micros), at)),
            (Happening::Cut { why }, _) => self.cut = Some(why.clone()),
            (Happening::Made { kind, line, .. }, _) => self.holds.made(self.source, kind, *line),
            (Happening::Taken { .. }, Some(lane)) => self.holds.taken(at, lane, &event.what),
            (Happening::GivenBack { hold }, by) => self.holds.given_back(at, by, *hold),
            (Happening::Ended(outcome), Some(lane)) => self.ended(lane, at, *outcome),
            // What happens to a lane that was never opened cannot be shown.
            (_, None) => {}
        }
    }

    fn number(&self, lane: LaneId) -> Option<usize> {
        self.numbers.get(&lane).copied()
    }

    fn opened(&mut self, event: &Event) {
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
        let origin = Origin {
            kind: *kind,
            parent: parent.and_then(|parent| self.number(parent)),
            line: *line,
            column: *column,
            text: label.clone(),
        };
        let earlier = self.earlier_round(&origin, at);
        let number = earlier.unwrap_or(self.lanes.len());
        match earlier {
            Some(lane) => self.lanes[lane].resume(at),
            None => {
                let line = origin.line(self.source);
                self.lanes.push(OpenLane::new(origin.kind, origin.parent, line, at));
                self.origins.push(origin);
            }
        }
        if let Some(owner) = self.lanes[number].owner() {
            self.lanes[owner].branch_begins();
        }
        self.lanes[number].lane.recorded.push(id);
        self.numbers.insert(id, number);
    }

    /// The lane that a new branch continues: one of the same macro and with the same text, which has ended. In a loop around
    /// `select!`, each round opens its branches again.
    fn earlier_round(&self, origin: &Origin, at: u64) -> Option<usize> {
        if origin.kind != LaneKind::Branch {
            return None;
        }
        self.lanes
            .iter()
            .zip(&self.origins)
            .position(|(OpenLane { lane, .. }, other)| other == origin && lane.outcome.is_some() && lane.to <= at)
    }

    fn pending(&mut self, lane: usize, at: u64, waits: &[Await]) {
        self.lanes[lane].wait(at, waits);
        if let Some(owner) = self.lanes[lane].owner() {
            self.lanes[owner].branch_waits();
        }
    }

    fn woken(&mut self, lane: usize, at: u64, by: Option<usize>) {
        let is_first = self.lanes[lane].wake(at);
        let Some(by) = by.filter(|by| is_first && *by != lane) else {
            return;
        };
        let wake = Wake { at, by, lane };
        let mut instant = self.wakes.iter().rev().take_while(|other| other.at == at);
        if !instant.any(|other| *other == wake) {
            self.wakes.push(wake);
        }
    }

    /// The thread is blocked, and with it every lane that is being polled: this one and those around it.
    fn blocked(&mut self, lane: usize, line: u32, at: u64, until: u64) {
        let mut blocked = Some(lane);
        while let Some(lane) = blocked.filter(|lane| !self.lanes[*lane].is_waiting()) {
            self.lanes[lane].block(line, at, until);
            blocked = self.lanes[lane].owner();
        }
    }

    fn ended(&mut self, lane: usize, at: u64, outcome: Outcome) {
        if let Some(owner) = self.lanes[lane].owner() {
            let kind = self.lanes[lane].lane.kind;
            self.lanes[owner].branch_ends(kind);
        }
        self.lanes[lane].end(at, Some(outcome));
    }

    /// The trace, if nothing more happens after `last`.
    fn close(mut self, name: &str, last: u64) -> Trace {
        let is_endless = self.lanes.iter().any(OpenLane::is_endless);
        // What never ends is drawn a little beyond the last thing that happened, so that its endless wait can be seen.
        let end = if is_endless {
            last + (last / 8).max(BEYOND)
        } else {
            last
        };
        for lane in self.lanes.iter_mut().filter(|lane| lane.is_endless()) {
            lane.end(end, None);
        }
        for lane in &mut self.lanes {
            lane.look_outside(&self.outside);
        }
        let mut lanes: Vec<Lane> = self.lanes.into_iter().map(|open| open.lane).collect();
        for (lane, label) in lanes.iter_mut().zip(label::of_lanes(self.source, &self.origins)) {
            lane.label = label;
        }
        let (mut resources, holds) = self.holds.close(end);
        label::number(resources.iter_mut().map(|resource| &mut resource.label).collect());
        Trace {
            version: VERSION,
            name: name.to_owned(),
            end,
            last,
            lanes,
            prints: self.prints,
            wakes: self.wakes,
            resources,
            holds,
            cut: self.cut,
        }
    }
}
