//! `futures::stream::futures_unordered`, whose set holds lanes.

use std::ops::{Deref, DerefMut};
use std::panic::Location;
use std::pin::Pin;
use std::task::{Context, Poll};

use ::futures::stream::{FusedStream, FuturesUnordered as Inner, Stream};
use stage::Lane;

/// As [`futures::stream::FuturesUnordered`], which it leads to for all that does not add members.
pub struct FuturesUnordered<F>(Inner<Lane<F>>);

impl<F: Future> FuturesUnordered<F> {
    /// As [`futures::stream::FuturesUnordered::new`].
    pub fn new() -> Self {
        Self(Inner::new())
    }

    /// As [`futures::stream::FuturesUnordered::push`].
    #[track_caller]
    pub fn push(&self, future: F) {
        // The call itself names the member: its source text is the argument.
        self.0.push(Lane::member("", future, Location::caller()));
    }
}

impl<F> Deref for FuturesUnordered<F> {
    type Target = Inner<Lane<F>>;

    fn deref(&self) -> &Inner<Lane<F>> {
        &self.0
    }
}

impl<F> DerefMut for FuturesUnordered<F> {
    fn deref_mut(&mut self) -> &mut Inner<Lane<F>> {
        &mut self.0
    }
}

impl<F: Future> Default for FuturesUnordered<F> {
    fn default() -> Self {
        Self::new()
    }
}

impl<F> std::fmt::Debug for FuturesUnordered<F> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("FuturesUnordered { ... }")
    }
}

impl<F: Future> Stream for FuturesUnordered<F> {
    type Item = F::Output;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<F::Output>> {
        Pin::new(&mut self.0).poll_next(context)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<F: Future> FusedStream for FuturesUnordered<F> {
    fn is_terminated(&self) -> bool {
        self.0.is_terminated()
    }
}

impl<F: Future> Extend<F> for FuturesUnordered<F> {
    #[track_caller]
    fn extend<I: IntoIterator<Item = F>>(&mut self, futures: I) {
        let at = Location::caller();
        for future in futures {
            self.0.push(Lane::member("FuturesUnordered", future, at));
        }
    }
}

impl<F: Future> FromIterator<F> for FuturesUnordered<F> {
    #[track_caller]
    fn from_iter<I: IntoIterator<Item = F>>(futures: I) -> Self {
        let mut set = Self::new();
        set.extend(futures);
        set
    }
}
