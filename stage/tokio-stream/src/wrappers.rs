//! `tokio_stream::wrappers`, two of which wrap the stage's types.

pub use ::tokio_stream::wrappers::*;

use std::pin::Pin;
use std::task::{Context, Poll};

use ::tokio_stream::Stream;
use stage_tokio::task::{JoinError, JoinSet};
use stage_tokio::time::{Instant, Interval};

/// A stream around something that is its field `.0`.
macro_rules! wraps {
    ([$($parameter:ident)?] $name:ident: $inner:ty) => {
        #[derive(Debug)]
        pub struct $name$(<$parameter>)?($inner);

        impl$(<$parameter>)? $name$(<$parameter>)? {
            pub fn new(inner: $inner) -> Self {
                Self(inner)
            }

            pub fn into_inner(self) -> $inner {
                self.0
            }
        }

        impl$(<$parameter>)? AsRef<$inner> for $name$(<$parameter>)? {
            fn as_ref(&self) -> &$inner {
                &self.0
            }
        }

        impl$(<$parameter>)? AsMut<$inner> for $name$(<$parameter>)? {
            fn as_mut(&mut self) -> &mut $inner {
                &mut self.0
            }
        }
    };
}

wraps!([] IntervalStream: Interval);
wraps!([T] JoinSetStream: JoinSet<T>);

impl Stream for IntervalStream {
    type Item = Instant;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Instant>> {
        self.0.poll_tick(context).map(Some)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (usize::MAX, None)
    }
}

impl<T: 'static> Stream for JoinSetStream<T> {
    type Item = Result<T, JoinError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_join_next(context)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.0.len(), Some(self.0.len()))
    }
}

impl<T> From<JoinSet<T>> for JoinSetStream<T> {
    fn from(set: JoinSet<T>) -> Self {
        Self::new(set)
    }
}
