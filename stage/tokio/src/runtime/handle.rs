//! The `Handle`, by which tasks are spawned from anywhere.

use std::future::Future;
use std::ops::Deref;
use std::panic::Location;

use ::tokio::runtime::{Handle as Inner, TryCurrentError};
use stage::{BlockingLane, TaskLane};

use crate::task::JoinHandle;

/// As [`tokio::runtime::Handle`], which it leads to for all that does not spawn.
#[derive(Clone)]
pub struct Handle(Inner);

impl Handle {
    /// As [`tokio::runtime::Handle::current`].
    #[track_caller]
    pub fn current() -> Self {
        Self(Inner::current())
    }

    /// As [`tokio::runtime::Handle::try_current`].
    ///
    /// # Errors
    /// The thread is in no runtime.
    pub fn try_current() -> Result<Self, TryCurrentError> {
        Inner::try_current().map(Self)
    }

    /// As [`tokio::runtime::Handle::spawn`].
    #[track_caller]
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        JoinHandle::of(TaskLane::task(future, Location::caller()), |lane| self.0.spawn(lane))
    }

    /// As tokio's.
    #[track_caller]
    pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R>
    where
        F: FnOnce() -> R + Send + 'static,
        R: Send + 'static,
    {
        let lane = BlockingLane::new(func, Location::caller());
        JoinHandle::of_blocking(lane, |lane| self.0.spawn_blocking(|| lane.run()))
    }
}

impl From<&Inner> for Handle {
    fn from(inner: &Inner) -> Self {
        Self(inner.clone())
    }
}

impl Deref for Handle {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}
