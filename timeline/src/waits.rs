//! The waits of one lane: where it can be cancelled.

use std::collections::{BTreeMap, HashMap, HashSet};

use stage::event::{Await, Event, Happening, HoldId, LaneId};

use crate::trace::Trace;

/// A poll of a lane that answered `Pending`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waited {
    /// The recorder's number of the lane.
    pub lane: LaneId,
    /// Which of the polls with this answer it is, from 1.
    pub wait: u32,
    /// When, in virtual microseconds.
    pub at: u64,
    /// The lines of what the lane waits for, from 1; none outside of the source.
    pub lines: Vec<u32>,
    /// What it waits for, as the documentation names it; empty where that has no name.
    pub what: String,
    /// The locks and permits that the lane and its parts hold then: `stock: Mutex`.
    pub held: Vec<String>,
}

/// The waits of a lane of a trace, which was made from these events. A poll that only finds the same wait again, since a sibling was
/// woken, is left out.
pub fn waits(trace: &Trace, lane: usize, events: &[Event]) -> Vec<Waited> {
    let own: HashSet<LaneId> = trace.lanes[lane].recorded.iter().copied().collect();
    let mut family = own.clone();
    family.extend(
        (0..trace.lanes.len())
            .filter(|other| trace.around(*other).any(|around| around == lane))
            .flat_map(|other| trace.lanes[other].recorded.clone()),
    );
    let mut found = Vec::new();
    let mut rounds = HashMap::<LaneId, Round>::new();
    let mut holds = BTreeMap::<HoldId, String>::new();
    for event in events {
        let is_own = event.lane.is_some_and(|lane| own.contains(&lane));
        match (&event.what, event.lane) {
            (Happening::Woken { .. }, Some(lane)) if is_own => rounds.entry(lane).or_default().is_woken = true,
            (Happening::Pending { waits }, Some(lane)) if is_own => {
                let round = rounds.entry(lane).or_default();
                round.count += 1;
                if round.is_new(waits) {
                    let held = holds.values().cloned().collect();
                    found.push(waited(lane, round.count, event.at, waits, held));
                }
            }
            (
                Happening::Taken {
                    hold,
                    resource,
                    permits,
                    is_shared,
                    ..
                },
                Some(lane),
            ) if family.contains(&lane) => {
                let resource = &trace.resources[resource.0 as usize];
                holds.insert(*hold, resource.held(*permits, *is_shared));
            }
            (Happening::GivenBack { hold }, _) => drop(holds.remove(hold)),
            _ => {}
        }
    }
    found
}

/// What is known of one of the recorder's lanes.
#[derive(Default)]
struct Round {
    count: u32,
    is_woken: bool,
    before: Option<Vec<Await>>,
}

impl Round {
    /// Whether the lane went on since its last wait.
    fn is_new(&mut self, waits: &[Await]) -> bool {
        let is_same = !self.is_woken && self.before.as_deref() == Some(waits);
        self.before = Some(waits.to_vec());
        self.is_woken = false;
        !is_same
    }
}

fn waited(lane: LaneId, wait: u32, at: u64, waits: &[Await], held: Vec<String>) -> Waited {
    let mut lines: Vec<u32> = waits.iter().map(|wait| wait.line).filter(|line| *line > 0).collect();
    lines.sort_unstable();
    lines.dedup();
    let mut names: Vec<&str> = waits
        .iter()
        .map(|wait| wait.what.as_str())
        .filter(|what| !what.is_empty())
        .collect();
    names.dedup();
    let what = names.join(", ");
    Waited {
        lane,
        wait,
        at,
        lines,
        what,
        held,
    }
}
