//! Drives a runtime of several threads while no `block_on` does, as its worker threads would.

use std::collections::HashMap;
use std::future::poll_fn;
use std::sync::{Arc, Condvar, LazyLock, Mutex, MutexGuard, PoisonError, Weak};
use std::task::{Poll, Waker};
use std::thread;
use std::time::Duration;

use ::tokio::runtime::{Handle, Id, Runtime};
use stage::Owner;

/// The runtimes of several threads on the virtual clock.
static ALL: LazyLock<Mutex<HashMap<Id, Arc<Background>>>> = LazyLock::new(Mutex::default);

/// What drives one of them.
#[derive(Debug)]
pub(super) struct Background {
    state: Mutex<State>,
    changed: Condvar,
    runtime: Weak<Runtime>,
    has_timers: bool,
}

#[derive(Debug, Default)]
struct State {
    /// Whether its thread was started.
    is_started: bool,
    /// How many calls of `block_on` there are.
    blockers: usize,
    /// The thread that spawned last, and waits for the runtime outside of it.
    owner: Option<Owner>,
    is_driving: bool,
    is_over: bool,
    waker: Option<Waker>,
}

/// Records that a task was spawned onto a runtime, from outside of every runtime.
pub(crate) fn spawned(handle: &Handle) {
    if stage::clock() == stage::Clock::Real || stage::is_driving() {
        return;
    }
    let found = lock(&ALL).get(&handle.id()).cloned();
    if let Some(background) = found {
        background.start();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Background {
    pub(super) fn new(runtime: &Arc<Runtime>, has_timers: bool) -> Arc<Self> {
        let background = Arc::new(Self {
            state: Mutex::default(),
            changed: Condvar::new(),
            runtime: Arc::downgrade(runtime),
            has_timers,
        });
        lock(&ALL).insert(runtime.handle().id(), Arc::clone(&background));
        background
    }

    /// Begins to wait until the thread that calls this is blocked.
    pub(super) fn start(self: &Arc<Self>) {
        let mut state = lock(&self.state);
        if state.blockers > 0 || state.is_driving {
            return;
        }
        state.owner = Some(Owner::here());
        if !std::mem::replace(&mut state.is_started, true) {
            let background = Arc::clone(self);
            thread::spawn(move || background.run());
            let background = Arc::downgrade(self);
            stage::before_sleep(Box::new(move || {
                let background = background.upgrade();
                background.is_some_and(|background| background.drive_now())
            }));
        }
        self.changed.notify_all();
    }

    /// Starts if there are tasks, after a `block_on`.
    pub(super) fn go_on(self: &Arc<Self>) {
        let has_tasks = |runtime: Arc<Runtime>| runtime.metrics().num_alive_tasks() > 0;
        let is_needed = self.runtime.upgrade().is_some_and(has_tasks);
        lock(&self.state).blockers -= 1;
        if is_needed {
            self.start();
        }
    }

    /// Lets a `block_on` drive the runtime.
    pub(super) fn pause(&self) {
        let mut state = lock(&self.state);
        state.blockers += 1;
        self.stop(state);
    }

    /// Ends. The runtime is dropped next.
    pub(super) fn end(&self, id: Id) {
        lock(&ALL).remove(&id);
        let mut state = lock(&self.state);
        state.is_over = true;
        self.changed.notify_all();
        self.stop(state);
    }

    fn stop(&self, mut state: MutexGuard<'_, State>) {
        // In this order: once nobody takes part any longer, the clock would jump.
        if let Some(waker) = state.waker.take() {
            waker.wake();
        }
        state.owner = None;
        while state.is_driving {
            let result = self.changed.wait_timeout(state, Duration::from_millis(1));
            state = result.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Whether the runtime is driven, once the thread that calls this is about to sleep.
    fn drive_now(&self) -> bool {
        let mut state = lock(&self.state);
        let Some(owner) = state.owner.as_mut().filter(|owner| owner.is_here()) else {
            return false;
        };
        owner.blocks();
        self.changed.notify_all();
        while !state.is_driving && state.owner.is_some() {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.is_driving
    }

    /// What its thread does.
    fn run(&self) {
        /// How often to look whether the owner is blocked.
        const LOOK: Duration = Duration::from_micros(200);
        let mut state = lock(&self.state);
        while !state.is_over {
            match state.owner.as_mut().map(Owner::is_blocked) {
                Some(true) => {
                    drop(state);
                    self.drive();
                    state = lock(&self.state);
                }
                Some(false) => {
                    let result = self.changed.wait_timeout(state, LOOK);
                    state = result.unwrap_or_else(PoisonError::into_inner).0;
                }
                None => state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    fn drive(&self) {
        let Some(runtime) = self.runtime.upgrade() else { return };
        runtime.block_on(stage::run_beside(
            poll_fn(|context| {
                let mut state = lock(&self.state);
                let Some(owner) = &mut state.owner else {
                    return Poll::Ready(());
                };
                owner.adopt();
                state.waker = Some(context.waker().clone());
                state.is_driving = true;
                self.changed.notify_all();
                Poll::Pending
            }),
            self.has_timers,
        ));
        drop(runtime);
        lock(&self.state).is_driving = false;
        self.changed.notify_all();
    }
}
