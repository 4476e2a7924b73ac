//! `tokio_util::task::join_queue`, whose queue spawns lanes.

use std::future::Future;
use std::panic::Location;

use ::tokio_util::task::JoinQueue as Inner;
use stage::{LocalLane, TaskLane};
use stage_tokio::runtime::Handle;
use stage_tokio::task::AbortHandle;

/// As [`tokio_util::task::JoinQueue`]; it dereferences to that for all that does not spawn.
pub struct JoinQueue<T>(Inner<T>);

stage::derefs_to!([T] JoinQueue<T> => Inner<T>);

impl<T> JoinQueue<T> {
    pub fn new() -> Self {
        Self(Inner::new())
    }

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
    stage_tokio::__spawns_into_set!(T => AbortHandle);

    pub async fn join_all(self) -> Vec<T> {
        self.0.join_all().await
    }
}
