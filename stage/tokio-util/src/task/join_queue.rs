//! `tokio_util::task::join_queue`, whose queue spawns lanes.

use std::future::Future;
use std::panic::Location;

use ::tokio_util::task::JoinQueue as Inner;
use stage::{BlockingLane, LocalLane, TaskLane};
use stage_tokio::runtime::Handle;
use stage_tokio::task::AbortHandle;

/// As [`tokio_util::task::JoinQueue`], which it leads to for all that does not spawn.
pub struct JoinQueue<T>(Inner<T>);

super::leads_to!([T] JoinQueue<T> => Inner<T>);

impl<T> JoinQueue<T> {
    /// As tokio-util's.
    pub fn new() -> Self {
        Self(Inner::new())
    }

    /// As tokio-util's.
    pub fn with_capacity(capacity: usize) -> Self {
        Self(Inner::with_capacity(capacity))
    }
}

impl<T> Default for JoinQueue<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: 'static> JoinQueue<T> {
    /// As tokio-util's.
    #[track_caller]
    pub fn spawn<F>(&mut self, task: F) -> AbortHandle
    where
        F: Future<Output = T> + Send + 'static,
        T: Send,
    {
        self.0.spawn(TaskLane::task(task, Location::caller()))
    }

    /// As tokio-util's.
    #[track_caller]
    pub fn spawn_on<F>(&mut self, task: F, handle: &Handle) -> AbortHandle
    where
        F: Future<Output = T> + Send + 'static,
        T: Send,
    {
        self.0.spawn_on(TaskLane::task(task, Location::caller()), handle)
    }

    /// As tokio-util's.
    #[track_caller]
    pub fn spawn_local<F>(&mut self, task: F) -> AbortHandle
    where
        F: Future<Output = T> + 'static,
    {
        self.0.spawn_local(LocalLane::local(task, Location::caller()))
    }

    /// As tokio-util's.
    #[track_caller]
    pub fn spawn_blocking<F>(&mut self, f: F) -> AbortHandle
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send,
    {
        let lane = BlockingLane::new(f, Location::caller());
        self.0.spawn_blocking(|| lane.run())
    }

    /// As tokio-util's.
    #[track_caller]
    pub fn spawn_blocking_on<F>(&mut self, f: F, handle: &Handle) -> AbortHandle
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send,
    {
        let lane = BlockingLane::new(f, Location::caller());
        self.0.spawn_blocking_on(|| lane.run(), handle)
    }

    /// As tokio-util's.
    pub async fn join_all(self) -> Vec<T> {
        self.0.join_all().await
    }
}
