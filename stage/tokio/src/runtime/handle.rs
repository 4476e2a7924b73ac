//! The `Handle`, which spawns tasks from anywhere.

use std::future::Future;
use std::panic::Location;

use ::tokio::runtime::{Handle as Inner, TryCurrentError};
use stage::{BlockingLane, TaskLane};

use crate::join_handle::JoinHandle;

/// As [`tokio::runtime::Handle`], to which it leads for all that does not spawn.
#[derive(Clone)]
pub struct Handle(Inner);

stage::leads_to!([] Handle => Inner);

impl Handle {
    #[track_caller]
    pub fn current() -> Self {
        Self(Inner::current())
    }

    pub fn try_current() -> Result<Self, TryCurrentError> {
        Inner::try_current().map(Self)
    }

    #[track_caller]
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        JoinHandle::of(TaskLane::task(future, Location::caller()), |lane| self.0.spawn(lane))
    }

    #[track_caller]
    pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R>
    where
        F: FnOnce() -> R + Send + 'static,
        R: Send + 'static,
    {
        let lane = BlockingLane::new(func, Location::caller());
        JoinHandle::of(lane, |lane| self.0.spawn_blocking(|| lane.run()))
    }
}

impl From<&Inner> for Handle {
    fn from(inner: &Inner) -> Self {
        Self(inner.clone())
    }
}
