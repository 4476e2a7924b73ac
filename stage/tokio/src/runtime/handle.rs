//! The `Handle`, which spawns tasks from anywhere.

use std::future::Future;
use std::panic::Location;

use ::tokio::runtime::{Handle as Inner, TryCurrentError};
use stage::{BlockingLane, TaskLane};

use crate::join_handle::JoinHandle;

/// As [`tokio::runtime::Handle`]; it dereferences to that for all that does not spawn.
#[derive(Clone)]
pub struct Handle(Inner);

stage::derefs_to!([] Handle => Inner);

impl Handle {
    #[track_caller]
    pub fn current() -> Self {
        Self(Inner::current())
    }

    pub fn try_current() -> Result<Self, TryCurrentError> {
        Inner::try_current().map(Self)
    }

    crate::__spawns_with_handle! {
        task spawn();
        blocking spawn_blocking();
    }
}

impl From<&Inner> for Handle {
    fn from(inner: &Inner) -> Self {
        Self(inner.clone())
    }
}
