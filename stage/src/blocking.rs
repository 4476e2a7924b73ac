//! Closures given to `spawn_blocking`, and threads, on the virtual clock.
//!
//! All runs are equal because only one thread runs at a time: a closure goes on when the runtime has nothing to do, one closure after
//! the other, in the order of the instants at which they want to go on. `std::thread::sleep` in a closure waits for virtual time.
//!
//! A closure that waits for something else, which the stage does not know, is stuck: then the others go on beside it, in real time.

mod drivers;
mod give;
mod inline;
mod owner;
mod park;
mod pools;
mod turns;
mod worker;

use std::panic::Location;

use crate::current::{enter, running};
use crate::event::{LaneId, LaneKind, Outcome};
use crate::mode::{Clock, clock};
use crate::registry;

pub(crate) use drivers::{add_driver, let_go, remove_driver, set_waker};
pub use give::{finish, has_closures};
pub use inline::in_turns;
pub(crate) use owner::takes_part;
pub use owner::{Owner, before_sleep};
pub(crate) use park::{Driving, Rounds, drive, hold, limit};
pub use park::{after_park, before_park, is_driving};
pub use pools::{pool, remove_pool, set_pool};
pub use turns::{is_closure, wait_for_thread};
pub(crate) use turns::{sleep, threads};
pub(crate) use worker::OnWorker;
pub use worker::{block_beside, in_place};

/// A closure with a thread of its own, recorded as a lane.
pub struct BlockingLane<F> {
    id: Option<LaneId>,
    /// Its first turn. Threads start in any order, closures in the order in which they were spawned.
    turn: u64,
    /// Whether a thread was started for it alone.
    is_thread: bool,
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
            is_thread: false,
            closure: Some(closure),
            is_done: false,
        }
    }

    /// A closure that a thread of its own runs, started at `spawned_at`.
    pub fn thread(closure: F, spawned_at: &'static Location<'static>) -> Self {
        if clock() == Clock::Virtual {
            turns::start();
        }
        let mut lane = Self::new(closure, spawned_at);
        lane.is_thread = true;
        lane
    }

    /// The number by which others wait for its thread.
    pub fn key(&self) -> u64 {
        self.turn
    }

    /// Calls the closure, on the thread that was found for it.
    pub fn run(mut self) -> T {
        let Some(id) = self.id else {
            return self.call();
        };
        let _running = turns::begin(self.turn, self.is_thread);
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
        if self.is_thread && self.id.is_some() && self.closure.is_some() {
            turns::not_started();
        }
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
