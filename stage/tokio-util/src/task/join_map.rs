//! `tokio_util::task::join_map`, whose map spawns lanes.

use std::collections::hash_map::RandomState;
use std::future::Future;
use std::hash::{BuildHasher, Hash};
use std::panic::Location;

use ::tokio_util::task::JoinMap as Inner;
use stage::{LocalLane, TaskLane};
use stage_tokio::runtime::Handle;
use stage_tokio::task::LocalSet;

/// As [`tokio_util::task::JoinMap`]; it dereferences to that for all that does not spawn.
pub struct JoinMap<K, V, S = RandomState>(Inner<K, V, S>);

stage::derefs_to!([K, V, S] JoinMap<K, V, S> => Inner<K, V, S>);

impl<K, V> JoinMap<K, V> {
    pub fn new() -> Self {
        Self(Inner::new())
    }

    pub fn with_capacity(capacity: usize) -> Self {
        Self(Inner::with_capacity(capacity))
    }
}

impl<K, V, S> JoinMap<K, V, S> {
    pub fn with_hasher(hash_builder: S) -> Self {
        Self(Inner::with_hasher(hash_builder))
    }

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
    stage_tokio::__spawns_into_set!(V, key: K => ());
    stage_tokio::__spawns_into_set!(local_on: V, key: K => ());
}
