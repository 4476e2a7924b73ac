//! `tokio_util::time::delay_queue`.

pub use ::tokio_util::time::delay_queue::*;

use std::pin::Pin;
use std::task::{Context, Poll};

use ::futures_core::Stream;
use ::tokio_util::time::DelayQueue as Inner;
use ::tokio_util::time::delay_queue::Expired as InnerExpired;
use stage_tokio::time::Instant;

/// As [`tokio_util::time::DelayQueue`]; it dereferences to that for all that has nothing to do with instants.
pub struct DelayQueue<T>(Inner<T>);

stage::derefs_to!([T] DelayQueue<T> => Inner<T>);

/// As [`tokio_util::time::delay_queue::Expired`]; it dereferences to that for all but its deadline.
pub struct Expired<T>(InnerExpired<T>);

stage::derefs_to!([T] Expired<T> => InnerExpired<T>);

impl<T> Expired<T> {
    pub fn into_inner(self) -> T {
        self.0.into_inner()
    }

    pub fn deadline(&self) -> Instant {
        self.0.deadline().into()
    }
}

impl<T> DelayQueue<T> {
    pub fn new() -> Self {
        Self(Inner::new())
    }

    pub fn with_capacity(capacity: usize) -> Self {
        Self(Inner::with_capacity(capacity))
    }

    #[track_caller]
    pub fn insert_at(&mut self, value: T, when: Instant) -> Key {
        self.0.insert_at(value, when.into())
    }

    #[track_caller]
    pub fn reset_at(&mut self, key: &Key, when: Instant) {
        self.0.reset_at(key, when.into());
    }

    #[track_caller]
    pub fn deadline(&self, key: &Key) -> Instant {
        self.0.deadline(key).into()
    }

    #[track_caller]
    pub fn remove(&mut self, key: &Key) -> Expired<T> {
        Expired(self.0.remove(key))
    }

    pub fn try_remove(&mut self, key: &Key) -> Option<Expired<T>> {
        self.0.try_remove(key).map(Expired)
    }

    pub fn poll_expired(&mut self, context: &mut Context<'_>) -> Poll<Option<Expired<T>>> {
        self.0.poll_expired(context).map(|expired| expired.map(Expired))
    }
}

impl<T> Default for DelayQueue<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Stream for DelayQueue<T> {
    type Item = Expired<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Expired<T>>> {
        self.poll_expired(context)
    }
}
