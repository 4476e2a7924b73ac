//! The rows below the lanes: one for a lock, one for each permit that is held at the same time.

use crate::trace::{Hold, Trace};

/// The most rows that a resource gets; what is held beyond them stands in the table only.
const MOST: usize = 12;

/// A row of a resource, with what is held in it, one after the other.
#[derive(Clone, Debug)]
pub struct Rail<'a> {
    /// What is held.
    pub resource: usize,
    /// The holds, and their places in the trace.
    pub holds: Vec<(usize, &'a Hold)>,
}

/// The rows of all resources that were held for some time, in the order of the resources.
///
/// Each permit takes the first row that is free: there are no more rows than permits that were held at the same time.
pub fn rails(trace: &Trace) -> Vec<Rail<'_>> {
    let mut all = Vec::new();
    for resource in 0..trace.resources.len() {
        let mut rows: Vec<Rail<'_>> = Vec::new();
        let held = trace.holds.iter().enumerate();
        for (place, hold) in held.filter(|(_, hold)| hold.resource == resource) {
            let mut permits = hold.permits;
            let is_free = |row: &&mut Rail<'_>| row.holds.last().is_none_or(|(_, last)| last.to <= hold.from);
            for row in rows.iter_mut().filter(is_free).take(permits) {
                row.holds.push((place, hold));
                permits -= 1;
            }
            while permits > 0 && rows.len() < MOST {
                let holds = vec![(place, hold)];
                rows.push(Rail { resource, holds });
                permits -= 1;
            }
        }
        all.extend(rows);
    }
    all
}
