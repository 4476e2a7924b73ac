//! `tokio::task::join_set`, whose set spawns lanes.

// Whatever else the module holds, such as the `Builder` that tokio keeps behind a flag, stays tokio's.

use std::future::Future;
use std::ops::{Deref, DerefMut};
use std::panic::Location;

use ::tokio::task::{AbortHandle, JoinError, JoinSet as Inner};
use stage::{BlockingLane, LocalLane, TaskLane};

use super::LocalSet;
use crate::runtime::Handle;

/// As [`tokio::task::JoinSet`], which it leads to for all that does not spawn.
pub struct JoinSet<T>(Inner<T>);

impl<T> JoinSet<T> {
    /// As [`tokio::task::JoinSet::new`].
    pub fn new() -> Self {
        Self(Inner::new())
    }

    // A method that is named by its path, as in `map(JoinSet::len)`, is not found through `Deref`: those most used stand here.

    /// As [`tokio::task::JoinSet::len`].
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// As [`tokio::task::JoinSet::is_empty`].
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: 'static> JoinSet<T> {
    /// As [`tokio::task::JoinSet::spawn`].
    #[track_caller]
    pub fn spawn<F>(&mut self, task: F) -> AbortHandle
    where
        F: Future<Output = T> + Send + 'static,
        T: Send,
    {
        self.0.spawn(TaskLane::task(task, Location::caller()))
    }

    /// As [`tokio::task::JoinSet::spawn_local`].
    #[track_caller]
    pub fn spawn_local<F>(&mut self, task: F) -> AbortHandle
    where
        F: Future<Output = T> + 'static,
    {
        self.0.spawn_local(LocalLane::local(task, Location::caller()))
    }

    /// As [`tokio::task::JoinSet::spawn_on`].
    #[track_caller]
    pub fn spawn_on<F>(&mut self, task: F, handle: &Handle) -> AbortHandle
    where
        F: Future<Output = T> + Send + 'static,
        T: Send,
    {
        self.0.spawn_on(TaskLane::task(task, Location::caller()), handle)
    }

    /// As [`tokio::task::JoinSet::spawn_local_on`].
    #[track_caller]
    pub fn spawn_local_on<F>(&mut self, task: F, local_set: &LocalSet) -> AbortHandle
    where
        F: Future<Output = T> + 'static,
    {
        self.0
            .spawn_local_on(LocalLane::local(task, Location::caller()), local_set)
    }

    /// As [`tokio::task::JoinSet::spawn_blocking`].
    #[track_caller]
    pub fn spawn_blocking<F>(&mut self, f: F) -> AbortHandle
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send,
    {
        let lane = BlockingLane::new(f, Location::caller());
        self.0.spawn_blocking(|| lane.run())
    }

    /// As [`tokio::task::JoinSet::spawn_blocking_on`].
    #[track_caller]
    pub fn spawn_blocking_on<F>(&mut self, f: F, handle: &Handle) -> AbortHandle
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send,
    {
        let lane = BlockingLane::new(f, Location::caller());
        self.0.spawn_blocking_on(|| lane.run(), handle)
    }

    /// As [`tokio::task::JoinSet::abort_all`].
    pub fn abort_all(&mut self) {
        self.0.abort_all();
    }

    /// As [`tokio::task::JoinSet::join_next`].
    pub async fn join_next(&mut self) -> Option<Result<T, JoinError>> {
        self.0.join_next().await
    }

    /// As [`tokio::task::JoinSet::join_all`].
    pub async fn join_all(self) -> Vec<T> {
        self.0.join_all().await
    }
}

impl<T> Deref for JoinSet<T> {
    type Target = Inner<T>;

    fn deref(&self) -> &Inner<T> {
        &self.0
    }
}

impl<T> DerefMut for JoinSet<T> {
    fn deref_mut(&mut self) -> &mut Inner<T> {
        &mut self.0
    }
}

impl<T> Default for JoinSet<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> std::fmt::Debug for JoinSet<T> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

impl<T, F> Extend<F> for JoinSet<T>
where
    F: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    #[track_caller]
    fn extend<I: IntoIterator<Item = F>>(&mut self, tasks: I) {
        let at = Location::caller();
        for task in tasks {
            self.0.spawn(TaskLane::task(task, at));
        }
    }
}

impl<T, F> FromIterator<F> for JoinSet<T>
where
    F: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    #[track_caller]
    fn from_iter<I: IntoIterator<Item = F>>(tasks: I) -> Self {
        let mut set = Self::new();
        set.extend(tasks);
        set
    }
}
