//! What the legend explains. A sign that does not occur in a drawing is not in its legend.

use std::collections::BTreeSet;

use super::slots::Slot;
use crate::trace::{State, Trace};

/// A sign that the legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The bar of a segment.
    State(State),
    /// The bar of a hold.
    Held,
    /// The mark of a dropped handle.
    Detached,
}

impl Sign {
    /// What it means.
    pub fn words(self) -> &'static str {
        match self {
            Self::State(State::Blocking) => "holds the thread",
            Self::State(State::Lock) => "waits for a lock or permit",
            Self::State(State::Event) => "waits for a message or an event",
            Self::State(State::Task) => "waits for a task",
            Self::State(State::Timer) => "waits for a timer",
            Self::State(State::Branches) => "waits for its branches",
            Self::State(State::Outside) => "waits for the outside, in real time",
            Self::State(State::Unknown) => "waits for something unnamed",
            Self::State(State::Ready) => "ready, waits for its turn",
            Self::Held => "holds a lock or permit",
            Self::Detached => "detached: its handle is dropped",
        }
    }
}

/// The signs that occur in the drawing of a trace.
pub fn signs(trace: &Trace, slots: &[Slot<'_>]) -> Vec<Sign> {
    let segments = trace.lanes.iter().flat_map(|lane| &lane.segments);
    let states: BTreeSet<State> = segments.map(|segment| segment.state).collect();
    let has_detached = trace.lanes.iter().any(|lane| lane.detached.is_some());
    let mut signs: Vec<Sign> = states.into_iter().map(Sign::State).collect();
    signs.extend((!slots.is_empty()).then_some(Sign::Held));
    signs.extend(has_detached.then_some(Sign::Detached));
    signs
}
