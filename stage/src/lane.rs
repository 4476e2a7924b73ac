//! A lane: a task, or the main future, wrapped so that the stage knows when it is polled and what it waits for.

use std::any::type_name;
use std::cell::RefCell;
use std::future::Future;
use std::panic::Location;
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::clock::{Clock, clock};
use crate::event::{Kind, LaneId, Outcome};
use crate::registry;
use crate::waker;

thread_local! {
    /// The lanes that are being polled on this thread, one inside the other.
    static RUNNING: RefCell<Vec<LaneId>> = const { RefCell::new(Vec::new()) };
}

/// The lane that runs on this thread, the innermost if there are several; `None` outside of async code.
pub(crate) fn running() -> Option<LaneId> {
    RUNNING.with_borrow(|lanes| lanes.last().copied())
}

/// A future that the stage follows. On the real clock it only passes polls through.
///
/// The inner future is boxed and its type forgotten. So the wrapper can be pinned without `unsafe`, and tokio's machinery for
/// driving and spawning is compiled once for each type of output, not once for each future: half the time of building a part.
pub struct Lane<F: ?Sized> {
    id: Option<LaneId>,
    is_borrowed: bool,
    is_done: bool,
    /// Whether a poll has begun and not come back: only a panic leaves it so.
    is_polled: bool,
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
        Self::follow(Kind::Main, Box::pin(future), called_at, "", false)
    }
}

impl<T> TaskLane<T> {
    /// A task, spawned at `spawned_at`.
    pub fn task(future: impl Future<Output = T> + Send + 'static, spawned_at: &'static Location<'static>) -> Self {
        Self::follow(Kind::Task, Box::pin(future), spawned_at, "", false)
    }
}

impl<T> LocalLane<T> {
    /// A task that stays on its thread, spawned at `spawned_at`.
    pub fn local(future: impl Future<Output = T> + 'static, spawned_at: &'static Location<'static>) -> Self {
        Self::follow(Kind::Task, Box::pin(future), spawned_at, "", false)
    }
}

impl<F> Lane<F> {
    /// A branch of a macro, with its source text.
    ///
    /// Not made one type, as the others are: whether it may move between threads must follow from the branch itself.
    fn branch(branch: Branch<impl IntoFuture<IntoFuture = F>>) -> Self {
        // Whoever hands over a reference keeps the future: its end is not the end of this lane, nor the other way round.
        let name = type_name::<F>();
        let is_borrowed = name.starts_with("&mut ") || name.starts_with("core::pin::Pin<&mut ");
        Self::follow(
            Kind::Branch,
            Box::pin(branch.future.into_future()),
            branch.at,
            branch.source,
            is_borrowed,
        )
    }

    /// A member of a set of futures that one task runs, added to it at this place; `set` is what the set is called, or empty
    /// where the member is the argument of the call that stands there.
    pub fn member(set: &str, future: F, at: &'static Location<'static>) -> Self {
        Self::follow(Kind::Member, Box::pin(future), at, set, false)
    }
}

impl<F: ?Sized> Lane<F> {
    /// Its number; `None` on the real clock.
    pub fn id(&self) -> Option<LaneId> {
        self.id
    }

    fn follow(kind: Kind, future: Pin<Box<F>>, at: &'static Location<'static>, label: &str, is_borrowed: bool) -> Self {
        let id = (clock() == Clock::Virtual).then(|| registry::open(kind, running(), at, label));
        Self {
            id,
            is_borrowed,
            is_done: false,
            is_polled: false,
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
        registry::polled(id);
        // A fresh waker for every poll: each future that waits sees one it does not know, clones it anew, and is seen.
        let waker = waker::tracked(id, context.waker());
        self.is_polled = true;
        let result = {
            let _running = Running::enter(id);
            self.future.as_mut().poll(&mut Context::from_waker(&waker))
        };
        self.is_polled = false;
        if result.is_ready() {
            self.is_done = true;
            registry::close(id, Outcome::Done);
        } else {
            registry::pending(id);
        }
        result
    }
}

impl<F: ?Sized> Drop for Lane<F> {
    fn drop(&mut self) {
        if let (Some(id), false) = (self.id, self.is_done) {
            let outcome = match (self.is_polled, self.is_borrowed) {
                (true, _) => Outcome::Panicked,
                (false, true) => Outcome::Released,
                (false, false) => Outcome::Cancelled,
            };
            registry::close(id, outcome);
        }
    }
}

/// A branch of a macro, before it is a lane: tokio's macro turns it into one.
///
/// A struct, since `select!` keeps the temporaries of its branches alive: `&mut Box::pin(f())` and `pin!(f())` are branches. The
/// language extends the life of what stands in a literal, not of what is handed to a function.
pub struct Branch<I> {
    /// Its source text.
    pub source: &'static str,
    /// Where the macro stands.
    pub at: &'static Location<'static>,
    /// What the listing wrote.
    pub future: I,
}

impl<I: IntoFuture> IntoFuture for Branch<I> {
    type Output = I::Output;
    type IntoFuture = Lane<I::IntoFuture>;

    fn into_future(self) -> Self::IntoFuture {
        Lane::branch(self)
    }
}

/// The line that calls this, for a [`Branch`].
#[track_caller]
pub fn here() -> &'static Location<'static> {
    Location::caller()
}

/// Notes that the handle of a task was dropped by async code, before the task had ended.
pub fn detached(task: Option<LaneId>) {
    // Without a lane that drops it, the runtime is being torn down.
    if let (Some(task), Some(_)) = (task, running()) {
        registry::detached(task);
    }
}

/// A lane's place among those that run, also when its poll panics.
pub(crate) struct Running;

impl Running {
    pub(crate) fn enter(id: LaneId) -> Self {
        RUNNING.with_borrow_mut(|lanes| lanes.push(id));
        Running
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        RUNNING.with_borrow_mut(|lanes| lanes.pop());
    }
}
