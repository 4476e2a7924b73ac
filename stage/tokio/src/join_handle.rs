//! `tokio::task::JoinHandle`, which records that it is dropped while its task goes on.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use ::tokio::task::{AbortHandle, Id, JoinError, JoinHandle as Inner};
use stage::HasLane;
use stage::event::LaneId;

pub struct JoinHandle<T> {
    inner: Inner<T>,
    task: Option<LaneId>,
    /// Whether the task's end was awaited, or requested by `abort`.
    is_settled: AtomicBool,
}

impl<T> JoinHandle<T> {
    /// The handle of a lane, which `spawn` starts.
    #[doc(hidden)]
    pub fn of<L: HasLane>(lane: L, spawn: impl FnOnce(L) -> Inner<T>) -> Self {
        Self {
            task: lane.lane(),
            inner: stage::spawn(lane, spawn),
            is_settled: AtomicBool::new(false),
        }
    }

    pub fn abort(&self) {
        self.is_settled.store(true, Ordering::Relaxed);
        self.inner.abort();
    }

    pub fn abort_handle(&self) -> AbortHandle {
        self.inner.abort_handle()
    }

    pub fn is_finished(&self) -> bool {
        self.inner.is_finished()
    }

    pub fn id(&self) -> Id {
        self.inner.id()
    }
}

impl<T> Future for JoinHandle<T> {
    type Output = Result<T, JoinError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let result = Pin::new(&mut self.inner).poll(context);
        *self.is_settled.get_mut() |= result.is_ready();
        result
    }
}

impl<T> Drop for JoinHandle<T> {
    fn drop(&mut self) {
        if !*self.is_settled.get_mut() && !self.inner.is_finished() {
            stage::detached(self.task);
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(formatter)
    }
}
