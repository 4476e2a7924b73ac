//! `tokio_util::task`, where every spawned future becomes a lane.

pub use ::tokio_util::task::*;

mod abort_on_drop;
mod join_map;
mod join_queue;
mod local_pool;
pub mod task_tracker;

pub use abort_on_drop::AbortOnDropHandle;
pub use join_map::JoinMap;
pub use join_queue::JoinQueue;
pub use local_pool::LocalPoolHandle;
pub use task_tracker::TaskTracker;
