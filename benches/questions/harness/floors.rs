//! Operations with which several questions compare theirs.

use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Instant;

use super::{Bench, operation};

impl Bench<'_> {
    /// Measures a thread that does nothing.
    pub fn thread(&mut self) {
        self.repeat(operation("thread", "Start a thread, and join it").by("std"), || {
            thread::spawn(|| ()).join().expect("the thread does not panic");
        });
    }

    /// Measures an atomic operation, the floor of locks.
    pub fn atomic(&mut self) {
        let number = AtomicU64::new(0);
        let atomic = operation("atomic", "Add to an atomic number; nobody else does");
        self.repeat(atomic.by("std"), || {
            black_box(&number).fetch_add(1, Ordering::Relaxed);
        });
    }

    /// Measures an allocation, the floor of channels.
    pub fn boxed(&mut self) {
        let boxed = operation("box", "Put a number on the heap, and free it");
        self.time(boxed.by("std"), |rounds| {
            for round in 0..rounds {
                black_box(Box::new(round));
            }
        });
    }

    /// Measures a look at the clock, the floor of timers; `what` names it in the question's own words.
    pub fn now(&mut self, what: &'static str) {
        self.repeat(operation("now", what).by("std"), || {
            black_box(Instant::now());
        });
    }

    /// Measures a word sent to another thread, and its answer.
    pub fn hand_off(&mut self) {
        let what = "Send a word to a thread that waits, and wait for its answer: two channels";
        self.time(operation("hand-off", what).by("std"), |rounds| {
            let (ask, asked) = mpsc::channel();
            let (answer, answered) = mpsc::channel();
            thread::scope(|scope| {
                scope.spawn(move || {
                    asked
                        .into_iter()
                        .for_each(|word: u64| answer.send(word).expect("the receiver is alive"))
                });
                for round in 0..rounds {
                    ask.send(round).expect("the thread receives");
                    black_box(answered.recv().expect("the thread answers"));
                }
                drop(ask);
            });
        });
    }
}
