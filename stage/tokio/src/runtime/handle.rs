//! The `Handle`, which spawns tasks from anywhere.

use std::future::Future;
use std::panic::Location;

use ::tokio::runtime::{Handle as Inner, TryCurrentError};
use stage::{Clock, MainLane, TaskLane, clock};

use super::background::spawned;
use crate::closure::Closure;
use crate::join_handle::JoinHandle;

/// As [`tokio::runtime::Handle`]; it dereferences to that for all that does not drive or spawn.
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

    #[track_caller]
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        let handle = JoinHandle::of(TaskLane::task(future, Location::caller()), |lane| self.0.spawn(lane));
        spawned(&self.0);
        handle
    }

    #[track_caller]
    pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R>
    where
        F: FnOnce() -> R + Send + 'static,
        R: Send + 'static,
    {
        let closure = Closure::new(func, &self.0);
        let pool = closure.pool();
        JoinHandle::of(closure, |closure| pool.spawn_blocking(|| closure.run()))
    }

    /// As [`tokio::runtime::Handle::block_on`]. In a closure, the future is part of its lane.
    #[track_caller]
    pub fn block_on<F: Future>(&self, future: F) -> F::Output {
        if clock() == Clock::Real || stage::is_closure() || stage::is_driving() {
            return self.0.block_on(stage::in_turns(future));
        }
        spawned(&self.0);
        self.0.block_on(MainLane::main(future, Location::caller()))
    }
}

impl From<&Inner> for Handle {
    fn from(inner: &Inner) -> Self {
        Self(inner.clone())
    }
}
