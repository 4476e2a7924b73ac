//! `tokio_util::task::task_tracker`, whose tracker spawns lanes.

use std::future::Future;
use std::panic::Location;

use ::tokio_util::task::TaskTracker as Inner;
pub use ::tokio_util::task::task_tracker::*;
use stage::{BlockingLane, LocalLane, TaskLane};
use stage_tokio::runtime::Handle;
use stage_tokio::task::{JoinHandle, LocalSet};

/// As [`tokio_util::task::TaskTracker`], to which it leads for all that does not spawn.
#[derive(Clone, Default)]
pub struct TaskTracker(Inner);

stage::leads_to!([] TaskTracker => Inner);

impl TaskTracker {
    pub fn new() -> Self {
        Self(Inner::new())
    }

    pub fn ptr_eq(left: &TaskTracker, right: &TaskTracker) -> bool {
        Inner::ptr_eq(&left.0, &right.0)
    }

    #[track_caller]
    pub fn spawn<F>(&self, task: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        JoinHandle::of(TaskLane::task(task, Location::caller()), |lane| self.0.spawn(lane))
    }

    #[track_caller]
    pub fn spawn_on<F>(&self, task: F, handle: &Handle) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        let lane = TaskLane::task(task, Location::caller());
        JoinHandle::of(lane, |lane| self.0.spawn_on(lane, handle))
    }

    #[track_caller]
    pub fn spawn_local<F>(&self, task: F) -> JoinHandle<F::Output>
    where
        F: Future + 'static,
        F::Output: 'static,
    {
        let lane = LocalLane::local(task, Location::caller());
        JoinHandle::of(lane, |lane| self.0.spawn_local(lane))
    }

    #[track_caller]
    pub fn spawn_local_on<F>(&self, task: F, local_set: &LocalSet) -> JoinHandle<F::Output>
    where
        F: Future + 'static,
        F::Output: 'static,
    {
        let lane = LocalLane::local(task, Location::caller());
        JoinHandle::of(lane, |lane| self.0.spawn_local_on(lane, local_set))
    }

    #[track_caller]
    pub fn spawn_blocking<F, T>(&self, task: F) -> JoinHandle<T>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let lane = BlockingLane::new(task, Location::caller());
        JoinHandle::of(lane, |lane| self.0.spawn_blocking(|| lane.run()))
    }

    #[track_caller]
    pub fn spawn_blocking_on<F, T>(&self, task: F, handle: &Handle) -> JoinHandle<T>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let lane = BlockingLane::new(task, Location::caller());
        JoinHandle::of(lane, |lane| self.0.spawn_blocking_on(|| lane.run(), handle))
    }
}
