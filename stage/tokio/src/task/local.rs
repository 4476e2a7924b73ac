//! `tokio::task::LocalSet`, whose tasks are lanes.

use std::future::Future;
use std::panic::Location;
use std::pin::Pin;
use std::task::{Context, Poll};

use ::tokio::task::LocalSet as Inner;
use stage::LocalLane;

use crate::join_handle::JoinHandle;
use crate::runtime::Runtime;

/// As [`tokio::task::LocalSet`]; it dereferences to that for all that does not drive or spawn.
#[derive(Default)]
pub struct LocalSet(Inner);

stage::derefs_to!([] LocalSet => Inner);

impl LocalSet {
    pub fn new() -> Self {
        Self(Inner::new())
    }

    crate::__spawns_with_handle!(local spawn_local(););

    /// As [`tokio::task::LocalSet::block_on`], on the stage's runtime: Tokio's own would drive the future unwatched.
    #[track_caller]
    pub fn block_on<F: Future>(&self, runtime: &Runtime, future: F) -> F::Output {
        runtime.block_on(self.0.run_until(future))
    }
}

impl Future for LocalSet {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        Pin::new(&mut self.0).poll(context)
    }
}
