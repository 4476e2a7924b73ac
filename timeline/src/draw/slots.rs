//! The rows below the lanes: a lock has one, a semaphore one for each permit that is held at the same time.

use crate::trace::{Hold, Trace};

/// The most slots that a resource gets. What is held beyond them stands only in the table.
const MOST: usize = 12;

/// A lock or one permit of a semaphore, with what is held there, one hold after the other.
#[derive(Clone, Debug)]
pub struct Slot<'t> {
    /// The number of the resource.
    pub resource: usize,
    /// Whether it is the first slot of its resource, which is labelled.
    pub is_first: bool,
    /// The holds, each with its index in the trace.
    pub holds: Vec<(usize, &'t Hold)>,
}

/// The slots of all resources that were held for some time, in the order of the resources.
///
/// Each permit takes the first slot that is free, so there are no more slots than permits held at the same time.
pub fn slots(trace: &Trace) -> Vec<Slot<'_>> {
    (0..trace.resources.len())
        .flat_map(|resource| slots_of(trace, resource))
        .collect()
}

fn slots_of(trace: &Trace, resource: usize) -> Vec<Slot<'_>> {
    let mut slots: Vec<Slot<'_>> = Vec::new();
    let holds = trace.holds.iter().enumerate();
    for (index, hold) in holds.filter(|(_, hold)| hold.resource == resource) {
        let mut permits = hold.permits;
        let is_free = |slot: &&mut Slot<'_>| slot.holds.last().is_none_or(|(_, last)| last.to <= hold.from);
        for slot in slots.iter_mut().filter(is_free).take(permits) {
            slot.holds.push((index, hold));
            permits -= 1;
        }
        while permits > 0 && slots.len() < MOST {
            slots.push(Slot {
                resource,
                is_first: slots.is_empty(),
                holds: vec![(index, hold)],
            });
            permits -= 1;
        }
    }
    slots
}
