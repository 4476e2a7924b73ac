//! `tokio::task::JoinHandle`, which is noted when it is dropped: the task goes on without it.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use ::tokio::task::{AbortHandle, Id, JoinError, JoinHandle as Inner};
use stage::event::LaneId;
use stage::{BlockingLane, HasLane, LocalLane, TaskLane};

/// As [`tokio::task::JoinHandle`].
pub struct JoinHandle<T> {
    inner: Inner<T>,
    task: Option<LaneId>,
    /// Whether somebody heard of the task's end, or asked for it.
    is_settled: AtomicBool,
}

impl<T> JoinHandle<T> {
    /// The handle of a lane that `spawn` has started.
    #[doc(hidden)]
    pub fn of(lane: TaskLane<T>, spawn: impl FnOnce(TaskLane<T>) -> Inner<T>) -> Self {
        Self::new(lane.lane(), spawn(lane))
    }

    /// The handle of a lane that `spawn` has started on its own thread.
    #[doc(hidden)]
    pub fn of_local(lane: LocalLane<T>, spawn: impl FnOnce(LocalLane<T>) -> Inner<T>) -> Self {
        Self::new(lane.lane(), spawn(lane))
    }

    /// The handle of a closure for which `spawn` has found a thread.
    #[doc(hidden)]
    pub fn of_blocking<F: FnOnce() -> T>(
        lane: BlockingLane<F>,
        spawn: impl FnOnce(BlockingLane<F>) -> Inner<T>,
    ) -> Self {
        Self::new(lane.lane(), spawn(lane))
    }

    fn new(task: Option<LaneId>, inner: Inner<T>) -> Self {
        Self {
            inner,
            task,
            is_settled: AtomicBool::new(false),
        }
    }

    /// As tokio's.
    pub fn abort(&self) {
        self.is_settled.store(true, Ordering::Relaxed);
        self.inner.abort();
    }

    /// As tokio's.
    pub fn abort_handle(&self) -> AbortHandle {
        self.inner.abort_handle()
    }

    /// As tokio's.
    pub fn is_finished(&self) -> bool {
        self.inner.is_finished()
    }

    /// As tokio's.
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
