//! A closure given to `spawn_blocking`, and the runtime on whose threads it runs.

use std::panic::Location;

use ::tokio::runtime::Handle;
use stage::event::LaneId;
use stage::{BlockingLane, HasLane};

/// A closure as a lane.
#[doc(hidden)]
pub struct Closure<F> {
    lane: BlockingLane<F>,
    /// The runtime in whose context it runs.
    home: Handle,
}

impl<T, F: FnOnce() -> T> Closure<F> {
    /// A closure that the caller's caller gives to this runtime.
    #[track_caller]
    pub fn new(closure: F, home: &Handle) -> Self {
        Self {
            lane: BlockingLane::new(closure, Location::caller()),
            home: home.clone(),
        }
    }

    /// The runtime whose threads run it.
    pub fn pool(&self) -> Handle {
        stage::pool(&self.home)
    }

    pub fn run(self) -> T {
        let _context = self.home.enter();
        self.lane.run()
    }
}

impl<F> HasLane for Closure<F> {
    fn lane(&self) -> Option<LaneId> {
        self.lane.lane()
    }
}
