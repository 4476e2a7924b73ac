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

/// As [`tokio::task::block_in_place`]: on the virtual clock, the thread goes on as that of a closure.
#[track_caller]
pub fn block_in_place<F, R>(f: F) -> R
where
    F: FnOnce() -> R,
{
    // Tokio refuses it where one thread drives a runtime and polls its tasks.
    match clock() == Clock::Real || stage::is_driving() {
        true => ::tokio::task::block_in_place(f),
        false => stage::in_place(f),
    }
}
