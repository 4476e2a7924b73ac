//! Locks and semaphores while events are read: what there is, and who holds it.

use std::collections::BTreeMap;

use stage::event::{Happening, HoldId};

use super::label;
use crate::trace::{Hold, Resource};

/// The locks and semaphores so far, and who held them.
#[derive(Default)]
pub struct OpenHolds {
    resources: Vec<Resource>,
    /// In the order in which they were acquired; with each, whether it has been released.
    holds: BTreeMap<HoldId, (Hold, bool)>,
}

impl OpenHolds {
    /// A lock or semaphore is used for the first time; `line` is where it was made. The recorder numbers them in this order, too.
    pub fn made(&mut self, source: &str, kind: &str, line: u32) {
        let label = match label::of_binding(source, line) {
            Some(name) => format!("{name}: {kind}"),
            None if line > 0 => format!("{kind} of line {line}"),
            None => kind.to_owned(),
        };
        let kind = kind.to_owned();
        self.resources.push(Resource { kind, label, line });
    }

    /// A lane acquires something.
    pub fn taken(&mut self, at: u64, lane: usize, what: &Happening) {
        if let Happening::Taken {
            hold,
            resource,
            line,
            permits,
            is_shared,
        } = *what
        {
            let taken = Hold {
                resource: resource.0 as usize,
                lane,
                given_back_by: None,
                line,
                from: at,
                to: at,
                permits,
                is_shared,
            };
            self.holds.insert(hold, (taken, false));
        }
    }

    /// A lane releases something.
    pub fn given_back(&mut self, at: u64, by: Option<usize>, hold: HoldId) {
        if let Some((hold, is_over)) = self.holds.get_mut(&hold) {
            hold.to = at;
            hold.given_back_by = by;
            *is_over = true;
        }
    }

    /// All of them, if nothing more happens before `end`.
    pub fn close(self, end: u64) -> (Vec<Resource>, Vec<Hold>) {
        let holds = self.holds.into_values().map(|(hold, is_over)| match is_over {
            true => hold,
            false => Hold { to: end, ..hold },
        });
        (self.resources, holds.filter(|hold| hold.from < hold.to).collect())
    }
}
