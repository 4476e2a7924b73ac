//! What blocks in place: a task's thread goes on as that of a closure, and the runtime without it.
//!
//! In a program that calls `block_in_place`, each poll of a task of a runtime with workers is handed to a thread of its own, and the
//! runtime waits for it. So it can be left alone when it blocks. That takes some time for each poll: other programs do without.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::panic::{self, AssertUnwindSafe};
use std::pin::{Pin, pin};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;

use tokio::runtime::Handle;

use super::inline::in_turns;
use super::owner::takes_part;
use super::park::drives_workers;
use super::turns::{self, RunningClosure};
use crate::current::{enter, running};
use crate::event::LaneId;
use crate::mode::is_recorded;
use crate::registry;
use crate::waker::tracked;

type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// The future of a task, which may be polled on a worker's thread.
pub(crate) struct OnWorker<T>(State<T>);

enum State<T> {
    Here(BoxFuture<T>),
    /// A worker polls it, and blocks.
    Away(Arc<Desk<T>>),
    Done,
}

/// Where a worker puts its result.
struct Desk<T> {
    poll: Mutex<PollOf<T>>,
    changed: Condvar,
    lane: Option<LaneId>,
}

enum PollOf<T> {
    /// The runtime waits for it.
    Awaited,
    /// The runtime goes on meanwhile. This wakes the task.
    Blocked(Waker),
    Ended(thread::Result<(Poll<T>, BoxFuture<T>)>),
    Taken,
}

impl<T> Desk<T> {
    fn poll(&self) -> MutexGuard<'_, PollOf<T>> {
        self.poll.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T: Send + 'static> OnWorker<T> {
    pub(crate) fn new(future: impl Future<Output = T> + Send + 'static) -> Self {
        Self(State::Here(Box::pin(future)))
    }
}

impl<T: Send + 'static> Future for OnWorker<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let desk = match std::mem::replace(&mut self.0, State::Done) {
            State::Here(mut future) if !drives_workers() => {
                let tracked = track(running(), context.waker());
                let result = future.as_mut().poll(&mut Context::from_waker(&tracked));
                self.0 = State::Here(future);
                return result;
            }
            State::Here(future) => start(future, context.waker()),
            State::Away(desk) => desk,
            State::Done => panic!("the task was polled after its end"),
        };
        let mut poll = desk.poll();
        while let PollOf::Awaited = *poll {
            poll = desk.changed.wait(poll).unwrap_or_else(PoisonError::into_inner);
        }
        match std::mem::replace(&mut *poll, PollOf::Taken) {
            PollOf::Ended(Ok((Poll::Ready(result), _))) => Poll::Ready(result),
            PollOf::Ended(Ok((Poll::Pending, future))) => {
                self.0 = State::Here(future);
                Poll::Pending
            }
            PollOf::Ended(Err(payload)) => panic::resume_unwind(payload),
            _ => {
                *poll = PollOf::Blocked(context.waker().clone());
                drop(poll);
                self.0 = State::Away(desk);
                Poll::Pending
            }
        }
    }
}

/// The waker for a poll of this lane's future.
fn track(lane: Option<LaneId>, waker: &Waker) -> Waker {
    match lane.filter(|_| is_recorded()) {
        Some(lane) => tracked(lane, waker),
        None => waker.clone(),
    }
}

/// Lets a worker poll a future.
fn start<T: Send + 'static>(mut future: BoxFuture<T>, waker: &Waker) -> Arc<Desk<T>> {
    let desk = Arc::new(Desk {
        poll: Mutex::new(PollOf::Awaited),
        changed: Condvar::new(),
        lane: running(),
    });
    let (waker, runtime, here) = (waker.clone(), Handle::current(), Arc::clone(&desk));
    hand(Box::new(move || {
        let _context = runtime.enter();
        let _entered = here.lane.map(enter);
        DESK.set(Some(Arc::clone(&here) as Arc<dyn Leave>));
        let poll = || {
            let tracked = track(here.lane, &waker);
            let result = future.as_mut().poll(&mut Context::from_waker(&tracked));
            (result, future)
        };
        let result = panic::catch_unwind(AssertUnwindSafe(poll));
        DESK.set(None);
        let turn = RUNNING.take();
        Box::new(move || {
            let blocked = std::mem::replace(&mut *here.poll(), PollOf::Ended(result));
            here.changed.notify_all();
            if let PollOf::Blocked(waker) = blocked {
                // It may be ready for another poll already.
                waker.wake();
            }
            drop(turn);
        })
    }));
    desk
}

/// What a worker does. It is free again when it has called what that returns.
type Job = Box<dyn FnOnce() -> Box<dyn FnOnce()> + Send>;

/// The workers that have nothing to do.
static FREE: Mutex<Vec<Sender<Job>>> = Mutex::new(Vec::new());

fn free() -> MutexGuard<'static, Vec<Sender<Job>>> {
    FREE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn hand(job: Job) {
    let worker = free().pop().unwrap_or_else(|| {
        let (sender, jobs) = mpsc::channel::<Job>();
        let own = sender.clone();
        let worker = thread::Builder::new().name("tokio-rt-worker".to_owned());
        let work = move || {
            while let Ok(job) = jobs.recv() {
                let finish = job();
                free().push(own.clone());
                finish();
            }
        };
        worker.spawn(work).expect("the system has a thread for a worker");
        sender
    });
    worker.send(job).expect("workers never end");
}

/// A poll that the runtime can stop waiting for.
trait Leave {
    fn leave(&self);
}

impl<T> Leave for Desk<T> {
    fn leave(&self) {
        let turn = turns::next_turn();
        turns::start();
        *self.poll() = PollOf::Blocked(Waker::noop().clone());
        self.changed.notify_all();
        RUNNING.set(Some(turns::begin(turn, true)));
        if let Some(lane) = self.lane {
            registry::polled(lane);
        }
    }
}

thread_local! {
    /// What this worker polls, unless the runtime has stopped waiting for it.
    static DESK: RefCell<Option<Arc<dyn Leave>>> = const { RefCell::new(None) };
    /// Its turns, from the moment at which it blocks to the end of the poll.
    static RUNNING: Cell<Option<RunningClosure>> = const { Cell::new(None) };
}

/// Calls a closure that may block. On a worker's thread, the runtime goes on meanwhile.
pub fn in_place<R>(closure: impl FnOnce() -> R) -> R {
    if let Some(desk) = DESK.take() {
        desk.leave();
    }
    closure()
}

/// Awaits the future of a `block_on` on this thread, while another one drives the runtime that is entered.
pub fn block_beside<F: Future>(future: F) -> F::Output {
    takes_part();
    let mut future = pin!(in_turns(future));
    let bell = Arc::new(Bell::default());
    let waker = Waker::from(Arc::clone(&bell));
    loop {
        if let Poll::Ready(result) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return result;
        }
        bell.wait();
    }
}

/// Wakes a thread.
#[derive(Default)]
struct Bell {
    is_woken: Mutex<bool>,
    changed: Condvar,
}

impl Bell {
    fn wait(&self) {
        let mut is_woken = self.is_woken.lock().unwrap_or_else(PoisonError::into_inner);
        while !std::mem::take(&mut *is_woken) {
            is_woken = self.changed.wait(is_woken).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        *self.is_woken.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.changed.notify_all();
    }
}
