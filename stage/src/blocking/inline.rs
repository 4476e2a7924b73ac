//! A future that a closure polls by itself, in `Handle::block_on`.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Wake, Waker};

use super::turns::{self, is_closure};
use crate::current::running;
use crate::mode::is_recorded;
use crate::registry;
use crate::waker::tracked;

/// Awaits a future in turns: while it waits, its closure does not run.
pub async fn in_turns<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let returning = Arc::new(Returning(Mutex::new(State::default())));
    let lane = running().filter(|_| is_recorded());
    // While it waits, it takes no part.
    let takes_part = is_closure();
    poll_fn(|context| {
        if !takes_part {
            return future.as_mut().poll(context);
        }
        if returning.arrive(context.waker())
            && let Some(lane) = lane
        {
            registry::polled(lane);
        }
        let waker = Waker::from(Arc::clone(&returning));
        let tracked = lane.map(|lane| tracked(lane, &waker));
        let result = future
            .as_mut()
            .poll(&mut Context::from_waker(tracked.as_ref().unwrap_or(&waker)));
        if result.is_pending() {
            if let Some(lane) = lane {
                registry::pending(lane);
            }
            returning.leave();
        }
        result
    })
    .await
}

/// Wakes the thread, which then is on its way to its next turn.
struct Returning(Mutex<State>);

#[derive(Default)]
struct State {
    waker: Option<Waker>,
    /// Whether the closure waits.
    is_idle: bool,
    /// Whether it was woken since the last poll began.
    is_woken: bool,
}

impl Returning {
    fn with<T>(&self, action: impl FnOnce(&mut State) -> T) -> T {
        action(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Goes on, in a turn. Returns whether the closure has waited.
    fn arrive(&self, waker: &Waker) -> bool {
        let (was_idle, was_woken) = self.with(|state| {
            state.waker = Some(waker.clone());
            (std::mem::take(&mut state.is_idle), std::mem::take(&mut state.is_woken))
        });
        if was_idle {
            turns::come_back(was_woken);
        }
        was_idle
    }

    fn leave(&self) {
        self.with(|state| {
            state.is_idle = true;
            turns::go_idle(state.is_woken);
        });
    }
}

impl Wake for Returning {
    fn wake(self: Arc<Self>) {
        let waker = self.with(|state| {
            if state.is_idle && !state.is_woken {
                turns::expect_back();
            }
            state.is_woken = true;
            state.waker.clone()
        });
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}
