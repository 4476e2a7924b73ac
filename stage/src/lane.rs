//! Futures wrapped as lanes, so that the stage knows when each is polled and what it waits for.

use std::any::type_name;
use std::future::Future;
use std::panic::{self, Location};
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::blocking::{BlockingLane, OnWorker, Rounds};
use crate::current::{enter, running};
use crate::cut::{self, Spawned};
use crate::event::{LaneId, LaneKind, Outcome};
use crate::mode::{Clock, blocks_in_place, clock, is_recorded};
use crate::orders;
use crate::registry;
use crate::waker;

/// A future that is recorded as a lane. On the real clock it only passes polls through.
///
/// The inner future is boxed and its type erased. So the wrapper can be pinned without `unsafe`, and Tokio's code for driving and
/// spawning is compiled once for each output type, not once for each future, which halves the time of building a part.
pub struct LaneFuture<F: ?Sized> {
    // Dropped first: the lane ends before its future does.
    lane: Lane,
    /// `None` after a cut.
    future: Option<Pin<Box<F>>>,
}

/// The future that a runtime's `block_on` drives.
pub type MainLane<'a, T> = LaneFuture<dyn Future<Output = T> + 'a>;
/// A task that may move between threads.
pub type TaskLane<T> = LaneFuture<dyn Future<Output = T> + Send>;
/// A task that stays on its thread.
pub type LocalLane<T> = LaneFuture<dyn Future<Output = T>>;

impl<'a, T> MainLane<'a, T> {
    /// The future given to `block_on`, which was called at `called_at`.
    pub fn main(future: impl Future<Output = T> + 'a, called_at: &'static Location<'static>) -> Self {
        Self::follow(LaneKind::Main, Box::pin(future), called_at, "", false)
    }
}

impl<T: Send + 'static> TaskLane<T> {
    /// A task, spawned at `spawned_at`.
    pub fn task(future: impl Future<Output = T> + Send + 'static, spawned_at: &'static Location<'static>) -> Self {
        if !blocks_in_place() {
            return Self::follow(LaneKind::Task, Box::pin(future), spawned_at, "", false);
        }
        let mut lane = Self::follow(LaneKind::Task, Box::pin(OnWorker::new(future)), spawned_at, "", false);
        lane.lane.is_tracked_inside = true;
        lane
    }
}

impl<T> LocalLane<T> {
    /// A task that stays on its thread, spawned at `spawned_at`.
    pub fn local(future: impl Future<Output = T> + 'static, spawned_at: &'static Location<'static>) -> Self {
        Self::follow(LaneKind::Task, Box::pin(future), spawned_at, "", false)
    }
}

impl<F> LaneFuture<F> {
    /// A branch of a macro at `at`, with its source text.
    ///
    /// Its type is not erased, as those of the others are: the branch itself decides whether it is `Send`.
    pub fn branch(source: &str, at: &'static Location<'static>, future: F) -> Self {
        Self::follow(LaneKind::Branch, Box::pin(future), at, source, is_borrowed::<F>())
    }

    /// A member of a set of futures that one task polls, added at `at`. `set` is the set's name, or empty if the member is the
    /// argument of the call at `at`.
    pub fn member(set: &str, future: F, at: &'static Location<'static>) -> Self {
        Self::follow(LaneKind::Member, Box::pin(future), at, set, false)
    }
}

impl<F: ?Sized> LaneFuture<F> {
    fn follow(
        kind: LaneKind,
        future: Pin<Box<F>>,
        at: &'static Location<'static>,
        label: &str,
        is_borrowed: bool,
    ) -> Self {
        let lane = Lane::open(kind, at, label, is_borrowed);
        let future = Some(future);
        Self { lane, future }
    }

    /// What is recorded; `None` after a cut.
    pub fn get_ref(&self) -> Option<&F> {
        self.future.as_deref()
    }

    /// Cancels this lane, which has begun to wait: aborts a task, drops any other future.
    fn cut(&mut self) {
        if self.lane.kind == LaneKind::Task {
            if !cut::abort() {
                registry::cut_off("the stage cannot abort this task: spawning it returned no handle");
            }
            return;
        }
        self.lane.end();
        self.future = None;
        if self.lane.kind == LaneKind::Main {
            // `block_on` has nothing to return. No message is printed, and the runtime is dropped on the way.
            panic::resume_unwind(Box::new("the main future was cut"));
        }
    }
}

impl<F: Future + ?Sized> Future for LaneFuture<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let Self { lane, future } = &mut *self;
        let Some(future) = future else {
            return Poll::Pending;
        };
        let result = lane.poll_recorded(future.as_mut(), context);
        if result.is_pending() && lane.is_cut_due() {
            self.cut();
        }
        result
    }
}

/// Whether this is a reference to a future: then the listing keeps the future, which may outlive the lane.
fn is_borrowed<F>() -> bool {
    let name = type_name::<F>();
    name.starts_with("&mut ") || name.starts_with("core::pin::Pin<&mut ")
}

/// A lane, apart from the future that it records. It ends when it is dropped.
pub struct Lane {
    /// `None` on the real clock.
    id: Option<LaneId>,
    kind: LaneKind,
    is_borrowed: bool,
    is_done: bool,
    /// Whether a poll has begun and not returned: only a panic leaves it so.
    is_polling: bool,
    /// Whether the future makes tracked wakers for itself, on another thread.
    is_tracked_inside: bool,
    rounds: Rounds,
    /// How many of its polls have answered `Pending`.
    waits: u32,
    /// How many polls in sequence were put off.
    put_off: u32,
}

impl Lane {
    /// That of one of several futures, which a call at `at` polls and may give back. `set` is the call's name.
    pub fn part<F>(set: &str, at: &'static Location<'static>) -> Self {
        Self::open(LaneKind::Member, at, set, is_borrowed::<F>())
    }

    /// Ends; its future is given back.
    pub fn release(mut self) {
        self.is_borrowed = true;
    }

    fn open(kind: LaneKind, at: &'static Location<'static>, label: &str, is_borrowed: bool) -> Self {
        let id = (clock() == Clock::Virtual).then(|| registry::open(kind, running(), at, label));
        Self {
            id,
            kind,
            is_borrowed,
            is_done: false,
            is_polling: false,
            is_tracked_inside: false,
            rounds: Rounds::default(),
            waits: 0,
            put_off: 0,
        }
    }

    /// Polls the lane's future, which whoever called owns: the stage cannot drop it in a cut.
    pub fn poll<F: Future + ?Sized>(&mut self, future: Pin<&mut F>, context: &mut Context<'_>) -> Poll<F::Output> {
        let result = self.poll_recorded(future, context);
        if result.is_pending() && self.is_cut_due() {
            registry::cut_off("the stage cannot drop this future: a call may give it back");
        }
        result
    }

    /// Whether this wait is the one at which the lane is to be cancelled.
    fn is_cut_due(&self) -> bool {
        self.id.is_some_and(|id| cut::is_due(id, self.waits))
    }

    /// Polls the lane's future, and records that; or puts the poll off.
    fn poll_recorded<F: Future + ?Sized>(&mut self, future: Pin<&mut F>, context: &mut Context<'_>) -> Poll<F::Output> {
        let Some(id) = self.id else {
            return future.poll(context);
        };
        if !self.kind.is_part() && orders::puts_off(id, self.put_off) {
            self.put_off += 1;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        self.put_off = 0;
        self.rounds.count();
        registry::polled(id);
        // A fresh waker for every poll: each future that waits must clone it again, and every clone is recorded.
        let is_tracked = is_recorded() && !self.is_tracked_inside;
        let tracked = is_tracked.then(|| waker::tracked(id, context.waker()));
        let waker = tracked.as_ref().unwrap_or(context.waker());
        self.is_polling = true;
        let result = {
            let _entered = enter(id);
            future.poll(&mut Context::from_waker(waker))
        };
        self.is_polling = false;
        if result.is_ready() {
            self.is_done = true;
            registry::close(id, Outcome::Done);
        } else {
            registry::pending(id);
            self.waits += 1;
        }
        result
    }

    /// Records that it ends without a result, if it has not ended.
    fn end(&mut self) {
        if let (Some(id), false) = (self.id, self.is_done) {
            let outcome = match (self.is_polling, self.is_borrowed) {
                (true, _) => Outcome::Panicked,
                (false, true) => Outcome::Released,
                (false, false) => Outcome::Cancelled,
            };
            self.is_done = true;
            registry::close(id, outcome);
        }
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        self.end();
    }
}

/// What is recorded as a lane.
pub trait HasLane {
    /// The lane's number; `None` on the real clock.
    fn lane(&self) -> Option<LaneId>;
}

impl<F: ?Sized> HasLane for LaneFuture<F> {
    fn lane(&self) -> Option<LaneId> {
        self.lane.id
    }
}

impl<F> HasLane for BlockingLane<F> {
    fn lane(&self) -> Option<LaneId> {
        self.id()
    }
}

/// Spawns a lane; returns what `spawn` does.
pub fn spawn<L: HasLane, S: Spawned>(lane: L, spawn: impl FnOnce(L) -> S) -> S {
    let id = lane.lane();
    let spawned = spawn(lane);
    cut::spawned(id, &spawned);
    spawned
}

/// A branch of a macro, before it is a lane: Tokio's macro turns it into one.
///
/// This is a struct because `select!` keeps the temporaries of its branches alive, as in `&mut Box::pin(f())` and `pin!(f())`. The
/// language extends the lifetime of a temporary in a struct literal, not of one in a function's argument.
pub struct Branch<I> {
    /// Its source text.
    pub source: &'static str,
    /// Where the macro is called.
    pub at: &'static Location<'static>,
    /// What the listing wrote.
    pub future: I,
}

impl<I: IntoFuture> IntoFuture for Branch<I> {
    type Output = I::Output;
    type IntoFuture = LaneFuture<I::IntoFuture>;

    fn into_future(self) -> Self::IntoFuture {
        LaneFuture::branch(self.source, self.at, self.future.into_future())
    }
}

/// The line that calls this, for a [`Branch`].
#[track_caller]
pub fn here() -> &'static Location<'static> {
    Location::caller()
}

/// Records that async code dropped the handle of a task before the task had ended.
pub fn detached(task: Option<LaneId>) {
    // If no lane drops it, the runtime is shutting down.
    if let (Some(task), Some(_)) = (task, running()) {
        registry::detached(task);
    }
}
