//! `tokio_util::task::task_tracker`, whose tracker spawns lanes.

use std::future::Future;
use std::panic::Location;

use ::tokio_util::task::TaskTracker as Inner;
pub use ::tokio_util::task::task_tracker::*;
use stage::{LocalLane, TaskLane};
use stage_tokio::runtime::Handle;
use stage_tokio::task::{JoinHandle, LocalSet};

/// As [`tokio_util::task::TaskTracker`]; it dereferences to that for all that does not spawn.
#[derive(Clone, Default)]
pub struct TaskTracker(Inner);

stage::derefs_to!([] TaskTracker => Inner);

impl TaskTracker {
    pub fn new() -> Self {
        Self(Inner::new())
    }

    pub fn ptr_eq(left: &TaskTracker, right: &TaskTracker) -> bool {
        Inner::ptr_eq(&left.0, &right.0)
    }

    stage_tokio::__spawns_with_handle! {
        task spawn();
        task spawn_on(handle: &Handle);
        local spawn_local();
        local spawn_local_on(local_set: &LocalSet);
        blocking spawn_blocking();
        blocking spawn_blocking_on(handle: &Handle);
    }
}
