//! `tokio_util::task::join_map`, whose map spawns lanes.

use std::collections::hash_map::RandomState;
use std::future::Future;
use std::hash::{BuildHasher, Hash};
use std::panic::Location;

use ::tokio_util::task::JoinMap as Inner;
use stage::{BlockingLane, LocalLane, TaskLane};
use stage_tokio::runtime::Handle;
use stage_tokio::task::LocalSet;

/// As [`tokio_util::task::JoinMap`], which it leads to for all that does not spawn.
pub struct JoinMap<K, V, S = RandomState>(Inner<K, V, S>);

super::leads_to!([K, V, S] JoinMap<K, V, S> => Inner<K, V, S>);

impl<K, V> JoinMap<K, V> {
    /// As tokio-util's.
    pub fn new() -> Self {
        Self(Inner::new())
    }

    /// As tokio-util's.
    pub fn with_capacity(capacity: usize) -> Self {
        Self(Inner::with_capacity(capacity))
    }
}

impl<K, V, S> JoinMap<K, V, S> {
    /// As tokio-util's.
    pub fn with_hasher(hash_builder: S) -> Self {
        Self(Inner::with_hasher(hash_builder))
    }

    /// As tokio-util's.
    pub fn with_capacity_and_hasher(capacity: usize, hash_builder: S) -> Self {
        Self(Inner::with_capacity_and_hasher(capacity, hash_builder))
    }
}

impl<K, V> Default for JoinMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V, S> JoinMap<K, V, S>
where
    K: Hash + Eq,
    V: 'static,
    S: BuildHasher,
{
    /// As tokio-util's.
    #[track_caller]
    pub fn spawn<F>(&mut self, key: K, task: F)
    where
        F: Future<Output = V> + Send + 'static,
        V: Send,
    {
        self.0.spawn(key, TaskLane::task(task, Location::caller()));
    }

    /// As tokio-util's.
    #[track_caller]
    pub fn spawn_on<F>(&mut self, key: K, task: F, handle: &Handle)
    where
        F: Future<Output = V> + Send + 'static,
        V: Send,
    {
        self.0.spawn_on(key, TaskLane::task(task, Location::caller()), handle);
    }

    /// As tokio-util's.
    #[track_caller]
    pub fn spawn_blocking<F>(&mut self, key: K, f: F)
    where
        F: FnOnce() -> V + Send + 'static,
        V: Send,
    {
        let lane = BlockingLane::new(f, Location::caller());
        self.0.spawn_blocking(key, || lane.run());
    }

    /// As tokio-util's.
    #[track_caller]
    pub fn spawn_blocking_on<F>(&mut self, key: K, f: F, handle: &Handle)
    where
        F: FnOnce() -> V + Send + 'static,
        V: Send,
    {
        let lane = BlockingLane::new(f, Location::caller());
        self.0.spawn_blocking_on(key, || lane.run(), handle);
    }

    /// As tokio-util's.
    #[track_caller]
    pub fn spawn_local<F>(&mut self, key: K, task: F)
    where
        F: Future<Output = V> + 'static,
    {
        self.0.spawn_local(key, LocalLane::local(task, Location::caller()));
    }

    /// As tokio-util's.
    #[track_caller]
    pub fn spawn_local_on<F>(&mut self, key: K, task: F, local_set: &LocalSet)
    where
        F: Future<Output = V> + 'static,
    {
        self.0
            .spawn_local_on(key, LocalLane::local(task, Location::caller()), local_set);
    }
}
