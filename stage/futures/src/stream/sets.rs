//! `FuturesUnordered` and `FuturesOrdered`, which hold lanes.

use std::panic::Location;
use std::pin::Pin;
use std::task::{Context, Poll};

use ::futures::stream::{FusedStream, FuturesOrdered as Ordered, FuturesUnordered as Unordered, Stream};
use stage::LaneFuture;

/// What the two sets have in common; they differ in how a single member is added.
macro_rules! set {
    ($name:ident, $inner:ident, $push:ident, [$($bound:tt)*]) => {
        #[doc = concat!("As [`futures::stream::", stringify!($name), "`]; it dereferences to that for all that does not add members.")]
        pub struct $name<F $($bound)*>($inner<LaneFuture<F>>);

        impl<F $($bound)*> $name<F> {
            pub fn new() -> Self {
                Self($inner::new())
            }
        }

        stage::derefs_to!([F $($bound)*] $name<F> => $inner<LaneFuture<F>>);

        impl<F $($bound)*> Default for $name<F> {
            fn default() -> Self {
                Self::new()
            }
        }

        impl<F: Future> Stream for $name<F> {
            type Item = F::Output;

            fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<F::Output>> {
                Pin::new(&mut self.0).poll_next(context)
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                self.0.size_hint()
            }
        }

        impl<F: Future> FusedStream for $name<F> {
            fn is_terminated(&self) -> bool {
                self.0.is_terminated()
            }
        }

        impl<F: Future> Extend<F> for $name<F> {
            #[track_caller]
            fn extend<I: IntoIterator<Item = F>>(&mut self, futures: I) {
                let at = Location::caller();
                for future in futures {
                    self.0.$push(LaneFuture::member(stringify!($name), future, at));
                }
            }
        }

        impl<F: Future> FromIterator<F> for $name<F> {
            #[track_caller]
            fn from_iter<I: IntoIterator<Item = F>>(futures: I) -> Self {
                let mut set = Self::new();
                set.extend(futures);
                set
            }
        }
    };
}

set!(FuturesUnordered, Unordered, push, []);
set!(FuturesOrdered, Ordered, push_back, [: Future]);

// A single member is named by the argument of the call that adds it, so it has no label of its own.

impl<F> FuturesUnordered<F> {
    #[track_caller]
    pub fn push(&self, future: F) {
        self.0.push(LaneFuture::member("", future, Location::caller()));
    }
}

impl<F: Future> FuturesOrdered<F> {
    #[track_caller]
    pub fn push_back(&mut self, future: F) {
        self.0.push_back(LaneFuture::member("", future, Location::caller()));
    }

    #[track_caller]
    pub fn push_front(&mut self, future: F) {
        self.0.push_front(LaneFuture::member("", future, Location::caller()));
    }
}
