//! `tokio::task::LocalSet`, whose tasks are lanes.

use std::future::Future;
use std::ops::Deref;
use std::panic::Location;
use std::pin::Pin;
use std::task::{Context, Poll};

use ::tokio::task::LocalSet as Inner;
use stage::LocalLane;

use super::JoinHandle;
use crate::runtime::Runtime;

/// As [`tokio::task::LocalSet`], which it leads to for all that does not drive or spawn.
#[derive(Default)]
pub struct LocalSet(Inner);

impl LocalSet {
    /// As [`tokio::task::LocalSet::new`].
    pub fn new() -> Self {
        Self(Inner::new())
    }

    /// As [`tokio::task::LocalSet::spawn_local`].
    #[track_caller]
    pub fn spawn_local<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + 'static,
        F::Output: 'static,
    {
        JoinHandle::of_local(LocalLane::local(future, Location::caller()), |lane| {
            self.0.spawn_local(lane)
        })
    }

    /// As [`tokio::task::LocalSet::block_on`], on the stage's runtime: tokio's own would drive the future unwatched.
    #[track_caller]
    pub fn block_on<F: Future>(&self, runtime: &Runtime, future: F) -> F::Output {
        runtime.block_on(self.0.run_until(future))
    }
}

impl Deref for LocalSet {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl std::fmt::Debug for LocalSet {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Future for LocalSet {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        Pin::new(&mut self.0).poll(context)
    }
}
