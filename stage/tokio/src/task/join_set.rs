//! `tokio::task::join_set`, whose set spawns lanes.

// Whatever else the module holds, such as the `Builder` that Tokio keeps behind a flag, stays Tokio's.

use std::future::Future;
use std::panic::Location;

use ::tokio::task::{AbortHandle, JoinError, JoinSet as Inner};
use stage::{LocalLane, TaskLane};

use super::local::LocalSet;
use crate::runtime::Handle;

/// As [`tokio::task::JoinSet`]; it dereferences to that for all that does not spawn.
pub struct JoinSet<T>(Inner<T>);

stage::derefs_to!([T] JoinSet<T> => Inner<T>);

impl<T> JoinSet<T> {
    pub fn new() -> Self {
        Self(Inner::new())
    }

    // A method that is named by its path, as in `map(JoinSet::len)`, is not found through `Deref`. So the most used ones are repeated.

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: 'static> JoinSet<T> {
    crate::__spawns_into_set!(T => AbortHandle);
    crate::__spawns_into_set!(local_on: T => AbortHandle);

    pub fn abort_all(&mut self) {
        self.0.abort_all();
    }

    pub async fn join_next(&mut self) -> Option<Result<T, JoinError>> {
        self.0.join_next().await
    }

    pub async fn join_all(self) -> Vec<T> {
        self.0.join_all().await
    }
}

impl<T> Default for JoinSet<T> {
    fn default() -> Self {
        Self::new()
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
            stage::spawn(TaskLane::task(task, at), |lane| self.0.spawn(lane));
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
