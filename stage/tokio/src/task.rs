//! `tokio::task`, where every spawned future becomes a lane.

use std::future::Future;
use std::panic::Location;

use stage::{Clock, LocalLane, clock};

pub use ::tokio::task::*;

pub mod join_set;
mod local;

pub use crate::join_handle::JoinHandle;
use crate::runtime::Handle;
pub use join_set::JoinSet;
pub use local::LocalSet;

#[track_caller]
pub fn spawn<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    Handle::current().spawn(future)
}

#[track_caller]
pub fn spawn_local<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
    F::Output: 'static,
{
    JoinHandle::of(LocalLane::local(future, Location::caller()), ::tokio::task::spawn_local)
}

#[track_caller]
pub fn spawn_blocking<F, R>(f: F) -> JoinHandle<R>
where
    F: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    Handle::current().spawn_blocking(f)
}

/// As [`tokio::task::block_in_place`]. Tokio refuses it on a runtime of one thread, as all are on the virtual clock; there the
/// closure blocks that thread. On the real clock, another thread takes over the tasks.
#[track_caller]
pub fn block_in_place<F, R>(f: F) -> R
where
    F: FnOnce() -> R,
{
    match clock() {
        Clock::Real => ::tokio::task::block_in_place(f),
        Clock::Virtual => f(),
    }
}
