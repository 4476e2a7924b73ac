//! From events to lanes and their segments.

use std::collections::HashMap;

use stage::event::{Event, Happening, LaneId, LaneKind};

use super::holds::Holds;
use super::open::{Open, begin};
use super::{Lane, Print, Trace, VERSION, Wake, label};

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
    number(lanes.iter_mut().map(|lane| &mut lane.label).collect());
    let (prints, wakes) = (reader.prints, reader.wakes);
    let (mut resources, holds) = reader.holds.close(end);
    number(resources.iter_mut().map(|resource| &mut resource.label).collect());
    Trace {
        version: VERSION,
        listing: listing.to_owned(),
        end,
        lanes,
        prints,
        wakes,
        resources,
        holds,
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
    holds: Holds,
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
            (Happening::Pending { waits }, Some(place)) => {
                self.open[place].wait(at, waits);
                if let Some(owner) = self.open[place].owner() {
                    self.open[owner].branch_waits();
                }
            }
            (Happening::Woken { by }, Some(place)) => {
                let by = by.and_then(|by| self.places.get(&by).copied());
                if self.open[place].wake(at)
                    && let Some(by) = by.filter(|by| *by != place)
                {
                    let wake = Wake { at, by, lane: place };
                    let is_known = self
                        .wakes
                        .iter()
                        .rev()
                        .take_while(|other| other.at == at)
                        .any(|other| *other == wake);
                    if !is_known {
                        self.wakes.push(wake);
                    }
                }
            }
            (Happening::Blocked { line, until }, Some(place)) => self.blocked(place, *line, at, *until),
            (Happening::Detached, Some(place)) => self.open[place].lane.detached = Some(at),
            (Happening::Made { kind, line, .. }, _) => self.holds.made(source, kind, *line),
            (Happening::Taken { .. }, Some(place)) => self.holds.taken(at, place, &event.what),
            (Happening::GivenBack { hold }, by) => self.holds.given_back(at, by, *hold),
            (Happening::Ended(outcome), Some(place)) => {
                if let Some(owner) = self.open[place].owner() {
                    let kind = self.open[place].lane.kind;
                    self.open[owner].branch_ends(kind);
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
        // In a loop, the next round of a macro's branch is the same lane.
        let earlier = again(&self.open, *kind, parent, &name, at);
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
    fn blocked(&mut self, place: usize, line: u32, at: u64, until: u64) {
        let mut held = Some(place);
        while let Some(place) = held.filter(|place| !self.open[*place].is_waiting()) {
            self.open[place].block(line, at, until);
            held = self.open[place].owner();
        }
    }
}

/// The lane that this one continues: a branch of the same macro, with the same text, that has ended, as in a loop around `select!`.
fn again(
    open: &[Open],
    kind: LaneKind,
    parent: Option<usize>,
    (label, line): &(String, u32),
    at: u64,
) -> Option<usize> {
    if kind != LaneKind::Branch {
        return None;
    }
    open.iter().position(|other| {
        let lane = &other.lane;
        let is_same = lane.kind == kind && lane.parent == parent && lane.label == *label && lane.line == *line;
        is_same && lane.outcome.is_some() && lane.to <= at
    })
}

/// A lane's label and line.
fn name(source: &str, kind: LaneKind, line: u32, column: u32, text: &str) -> (String, u32) {
    match kind {
        LaneKind::Main => ("main".to_owned(), line),
        LaneKind::Task => (
            label::of_call(source, line, column).unwrap_or_else(|| format!("task of line {line}")),
            line,
        ),
        LaneKind::Blocking => (
            label::of_call(source, line, column).unwrap_or_else(|| format!("closure of line {line}")),
            line,
        ),
        LaneKind::Member if text.is_empty() => (
            label::of_call(source, line, column).unwrap_or_else(|| format!("member of line {line}")),
            line,
        ),
        LaneKind::Member => (text.to_owned(), line),
        LaneKind::Branch => (label::of_text(text), label::line_of_branch(source, text, line)),
    }
}

/// Labels that several share get a number each.
fn number(labels: Vec<&mut String>) {
    let mut counts = HashMap::<String, usize>::new();
    for label in &labels {
        *counts.entry((*label).clone()).or_default() += 1;
    }
    let mut seen = HashMap::<String, usize>::new();
    for label in labels.into_iter().filter(|label| counts[*label] > 1) {
        let number = seen.entry(label.clone()).or_default();
        *number += 1;
        *label = format!("{label} #{number}");
    }
}
