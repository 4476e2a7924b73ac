//! What happens to locks and semaphores.

use std::collections::BTreeMap;
use std::panic::Location;

use super::state::{OpenHold, now, registry};
use crate::backtrace;
use crate::event::{Happening, HoldId, LaneId, ResourceId, Share};

/// Numbers a lock or a semaphore that is used for the first time.
pub fn resource(kind: &str, made_at: &'static Location<'static>) -> ResourceId {
    let now = now();
    let line = backtrace::line_in_source(made_at);
    let mut registry = registry();
    let resource = ResourceId(registry.next_resource);
    registry.next_resource += 1;
    let kind = kind.to_owned();
    registry.note(now, None, Happening::Made { resource, kind, line });
    resource
}

/// Records that `lane` has acquired a lock or permits.
pub fn acquired(resource: ResourceId, lane: Option<LaneId>, share: Share, at: &'static Location<'static>) -> HoldId {
    let now = now();
    let (line, _) = backtrace::place(at);
    let mut registry = registry();
    let hold = HoldId(registry.next_hold);
    registry.next_hold += 1;
    registry.holds.insert(hold, OpenHold { resource, lane, line });
    let permits = match share {
        Share::Permits(permits) => permits,
        Share::Exclusive | Share::Shared => 1,
    };
    let what = Happening::Taken {
        hold,
        resource,
        line,
        permits,
        is_shared: share == Share::Shared,
    };
    registry.note(now, lane, what);
    hold
}

/// Records that a lock or permits are released, while `lane` is running.
pub fn released(hold: HoldId, lane: Option<LaneId>) {
    let now = now();
    let mut registry = registry();
    registry.holds.remove(&hold);
    registry.note(now, lane, Happening::GivenBack { hold });
}

/// Takes what is still held, in the order in which it was acquired.
pub fn take_holds() -> BTreeMap<HoldId, OpenHold> {
    std::mem::take(&mut registry().holds)
}
