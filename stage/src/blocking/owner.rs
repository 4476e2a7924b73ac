//! The thread outside of every runtime that waits for what it has spawned.

use std::cell::RefCell;
use std::sync::{Mutex, PoisonError};
use std::thread::{self, ThreadId};

use super::turns::{self, is_closure};
use crate::asleep::Watch;

/// Such a thread.
#[derive(Debug)]
pub struct Owner {
    thread: ThreadId,
    watch: Option<Watch>,
    blocks: bool,
    /// Its turn, once it takes part in them.
    turn: Option<u64>,
}

impl Owner {
    /// The thread that calls this.
    pub fn here() -> Self {
        Self {
            thread: thread::current().id(),
            watch: Some(Watch::here()),
            blocks: false,
            turn: None,
        }
    }

    /// Whether it is the thread that calls this.
    pub fn is_here(&self) -> bool {
        self.thread == thread::current().id()
    }

    /// Records that it is about to block.
    pub fn blocks(&mut self) {
        self.blocks = true;
    }

    /// Whether it is blocked, or about to be.
    pub fn is_blocked(&mut self) -> bool {
        self.blocks || self.watch.as_mut().is_some_and(Watch::is_blocked)
    }

    /// Lets it take part in turns: while it runs, or waits for something unknown, the clock does not jump.
    pub fn adopt(&mut self) {
        if let Some(watch) = self.watch.take() {
            let turn = turns::adopt(watch, !self.blocks);
            self.turn = Some(turn);
            ADOPTED
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push((self.thread, turn));
        }
    }
}

impl Drop for Owner {
    fn drop(&mut self) {
        if let Some(turn) = self.turn {
            let mut adopted = ADOPTED.lock().unwrap_or_else(PoisonError::into_inner);
            adopted.retain(|(_, other)| *other != turn);
            turns::disown(turn);
        }
        if self.is_here() {
            turns::leave();
        }
    }
}

/// The threads that take part, and do not know it yet.
static ADOPTED: Mutex<Vec<(ThreadId, u64)>> = Mutex::new(Vec::new());

type BeforeSleep = Box<dyn Fn() -> bool + Send>;

thread_local! {
    static BEFORE_SLEEP: RefCell<Vec<BeforeSleep>> = const { RefCell::new(Vec::new()) };
}

/// Adds what happens before this thread sleeps outside of every runtime. It returns whether a runtime is driven.
pub fn before_sleep(action: BeforeSleep) {
    BEFORE_SLEEP.with_borrow_mut(|actions| actions.push(action));
}

/// Whether this thread takes part in turns, or does from now on because it is about to sleep.
pub(crate) fn takes_part() -> bool {
    if is_closure() {
        return true;
    }
    let is_driven = BEFORE_SLEEP.with_borrow(|actions| actions.iter().any(|action| action()));
    let here = thread::current().id();
    let mut adopted = ADOPTED.lock().unwrap_or_else(PoisonError::into_inner);
    match adopted.iter().position(|(thread, _)| *thread == here) {
        Some(place) if is_driven => {
            turns::enter(adopted.remove(place).1);
            true
        }
        _ => false,
    }
}
