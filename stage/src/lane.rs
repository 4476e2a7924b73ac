//! A lane: a task, or the main future, wrapped so that the stage knows when it is polled and what it waits for.

use std::cell::Cell;
use std::future::Future;
use std::panic::Location;
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::clock::{Clock, clock};
use crate::registry::{self, Kind, LaneId};
use crate::waker;

thread_local! {
    /// How many lanes are being polled on this thread, one inside the other.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// Whether the calling code runs inside a lane: in async code, on the runtime's thread.
pub(crate) fn in_lane() -> bool {
    DEPTH.get() > 0
}

/// A future that the stage follows. On the real clock it only passes polls through.
///
/// The inner future is boxed and its type forgotten. So the wrapper can be pinned without `unsafe`, and tokio's machinery for
/// driving and spawning is compiled once for each type of output, not once for each future: half the time of building a part.
pub struct Lane<F: ?Sized> {
    id: Option<LaneId>,
    future: Pin<Box<F>>,
}

/// The future that a runtime's `block_on` drives.
pub type MainLane<'a, T> = Lane<dyn Future<Output = T> + 'a>;
/// A task that may move between threads.
pub type TaskLane<T> = Lane<dyn Future<Output = T> + Send>;
/// A task that stays on its thread.
pub type LocalLane<T> = Lane<dyn Future<Output = T>>;

impl<'a, T> MainLane<'a, T> {
    /// The future given to `block_on`, which was called at `called_at`.
    pub fn main(future: impl Future<Output = T> + 'a, called_at: &'static Location<'static>) -> Self {
        Self::follow(Kind::Main, Box::pin(future), called_at)
    }
}

impl<T> TaskLane<T> {
    /// A task, spawned at `spawned_at`.
    pub fn task(future: impl Future<Output = T> + Send + 'static, spawned_at: &'static Location<'static>) -> Self {
        Self::follow(Kind::Task, Box::pin(future), spawned_at)
    }
}

impl<T> LocalLane<T> {
    /// A task that stays on its thread, spawned at `spawned_at`.
    pub fn local(future: impl Future<Output = T> + 'static, spawned_at: &'static Location<'static>) -> Self {
        Self::follow(Kind::Task, Box::pin(future), spawned_at)
    }
}

impl<F: ?Sized> Lane<F> {
    fn follow(kind: Kind, future: Pin<Box<F>>, at: &'static Location<'static>) -> Self {
        Self {
            id: (clock() == Clock::Virtual).then(|| registry::open(kind, at)),
            future,
        }
    }
}

impl<F: Future + ?Sized> Future for Lane<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let Some(id) = self.id else {
            return self.future.as_mut().poll(context);
        };
        registry::progress();
        // A fresh waker for every poll: each future that waits sees one it does not know, clones it anew, and is seen.
        let waker = waker::tracked(id, context.waker());
        let _depth = Depth::enter();
        self.future.as_mut().poll(&mut Context::from_waker(&waker))
    }
}

impl<F: ?Sized> Drop for Lane<F> {
    fn drop(&mut self) {
        if let Some(id) = self.id {
            registry::close(id);
        }
    }
}

/// Counts a poll in [`DEPTH`], also when it panics.
struct Depth;

impl Depth {
    fn enter() -> Self {
        DEPTH.set(DEPTH.get() + 1);
        Depth
    }
}

impl Drop for Depth {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}
