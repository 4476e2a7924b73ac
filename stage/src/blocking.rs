//! Closures given to `spawn_blocking`, on the virtual clock.
//!
//! Each runs on a thread of its own, as Tokio's do. All runs are equal because only one thread runs at a time: a closure goes on
//! when the runtime has nothing to do, one closure after the other, in the order of the instants at which they want to go on.
//! `std::thread::sleep` in a closure waits for virtual time. While all closures sleep, the stage moves the clock, by one millisecond
//! at a time: Tokio does not advance its paused clock while there is a closure.

mod turns;

use std::panic::Location;

use crate::current::{enter, running};
use crate::event::{LaneId, LaneKind, Outcome};
use crate::mode::{Clock, clock};
use crate::registry;

pub use turns::{before_park, finish, has_closures};
pub(crate) use turns::{is_closure, set_waker, sleep};

/// A closure with a thread of its own, recorded as a lane.
pub struct BlockingLane<F> {
    id: Option<LaneId>,
    /// Its first turn. Threads start in any order, closures in the order in which they were spawned.
    turn: u64,
    closure: Option<F>,
    is_done: bool,
}

impl<T, F: FnOnce() -> T> BlockingLane<F> {
    /// A closure that was given to `spawn_blocking` at `spawned_at`.
    pub fn new(closure: F, spawned_at: &'static Location<'static>) -> Self {
        let id = (clock() == Clock::Virtual).then(|| registry::open(LaneKind::Blocking, running(), spawned_at, ""));
        Self {
            id,
            turn: turns::next_turn(),
            closure: Some(closure),
            is_done: false,
        }
    }

    /// Calls the closure, on the thread that was found for it.
    pub fn run(mut self) -> T {
        let Some(id) = self.id else {
            return self.call();
        };
        let _running = turns::begin(self.turn);
        registry::polled(id);
        let result = {
            let _entered = enter(id);
            self.call()
        };
        self.is_done = true;
        registry::close(id, Outcome::Done);
        result
    }

    fn call(&mut self) -> T {
        self.closure.take().expect("it runs once")()
    }
}

impl<F> BlockingLane<F> {
    /// Its number; `None` on the real clock.
    pub(crate) fn id(&self) -> Option<LaneId> {
        self.id
    }
}

impl<F> Drop for BlockingLane<F> {
    fn drop(&mut self) {
        if let (Some(id), false) = (self.id, self.is_done) {
            // Only a closure that was never called is still there.
            let outcome = match self.closure {
                Some(_) => Outcome::Cancelled,
                None => Outcome::Panicked,
            };
            registry::close(id, outcome);
        }
    }
}
