//! What runs on this thread: the lane that is being polled, and the lock or semaphore that it is trying to acquire.

use std::cell::{Cell, RefCell};

use crate::event::{LaneId, ResourceId};

thread_local! {
    /// The lanes that are being polled on this thread, each inside the one before it.
    static LANES: RefCell<Vec<LaneId>> = const { RefCell::new(Vec::new()) };
    /// What the running lane is trying to acquire.
    static WANTED: Cell<Option<ResourceId>> = const { Cell::new(None) };
}

/// The lane that runs on this thread, the innermost if there are several; `None` outside of async code.
pub(crate) fn running() -> Option<LaneId> {
    LANES.with_borrow(|lanes| lanes.last().copied())
}

/// Makes a lane the running one until the result is dropped, which also happens when its poll panics.
pub(crate) fn enter(id: LaneId) -> Entered {
    LANES.with_borrow_mut(|lanes| lanes.push(id));
    Entered
}

/// A lane's place among those that run.
pub(crate) struct Entered;

impl Drop for Entered {
    fn drop(&mut self) {
        LANES.with_borrow_mut(|lanes| lanes.pop());
    }
}

/// What the running lane is trying to acquire right now.
pub(crate) fn wanted() -> Option<ResourceId> {
    WANTED.get()
}

/// Calls `poll`, in which the running lane tries to acquire `resource`.
pub(crate) fn acquiring<T>(resource: ResourceId, poll: impl FnOnce() -> T) -> T {
    let outer = WANTED.replace(Some(resource));
    let result = poll();
    WANTED.set(outer);
    result
}
