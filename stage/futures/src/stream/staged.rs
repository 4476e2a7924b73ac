//! Streams whose futures become lanes where `buffered`, `buffer_unordered` or `for_each_concurrent` run them.
//!
//! Those three are methods of `StreamExt`, which every stream has. A type's own methods take precedence over a trait's, so the functions
//! that create a stream return a type with methods of its own, and the methods that usually come before the three keep that type.
//! `filter` and `filter_map` are not among them: tokio-stream has methods of these names that take other closures.
//! After any other method the stream is one of the original's, and its futures are not recorded as lanes.

use std::future::Future;
use std::panic::Location;
use std::pin::Pin;
use std::task::{Context, Poll};

use ::futures::stream::{self, FusedStream, Stream, StreamExt};
use pin_project_lite::pin_project;
use stage::LaneFuture;

pin_project! {
    /// A stream that has methods of its own where its futures become lanes.
    #[derive(Clone, Debug)]
    #[must_use = "streams do nothing unless polled"]
    pub struct Staged<S> {
        #[pin]
        stream: S,
    }
}

impl<S: Stream> Stream for Staged<S> {
    type Item = S::Item;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<S::Item>> {
        self.project().stream.poll_next(context)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.stream.size_hint()
    }
}

impl<S: FusedStream> FusedStream for Staged<S> {
    fn is_terminated(&self) -> bool {
        self.stream.is_terminated()
    }
}

/// What [`iter`] returns, by its usual name; so are the next two.
pub type Iter<I> = Staged<stream::Iter<I>>;
pub type Unfold<T, F, Fut> = Staged<stream::Unfold<T, F, Fut>>;
pub type RepeatWith<F> = Staged<stream::RepeatWith<F>>;

pub fn iter<I: IntoIterator>(items: I) -> Iter<I::IntoIter> {
    Staged {
        stream: stream::iter(items),
    }
}

pub fn unfold<T, F, Fut, Item>(init: T, f: F) -> Unfold<T, F, Fut>
where
    F: FnMut(T) -> Fut,
    Fut: Future<Output = Option<(Item, T)>>,
{
    Staged {
        stream: stream::unfold(init, f),
    }
}

pub fn repeat_with<A, F: FnMut() -> A>(repeater: F) -> RepeatWith<F> {
    Staged {
        stream: stream::repeat_with(repeater),
    }
}

/// Methods that call the original's and keep the type.
macro_rules! keep {
    ($($name:ident$(<$($parameter:ident),*>)?($($argument:ident: $type:ty),*) -> $result:ty where [$($bound:tt)*];)*) => {
        impl<S: Stream> Staged<S> {
            $(
                pub fn $name$(<$($parameter),*>)?(self, $($argument: $type),*) -> Staged<$result>
                where
                    $($bound)*
                {
                    Staged { stream: self.stream.$name($($argument),*) }
                }
            )*
        }
    };
}

keep! {
    map<T, F>(f: F) -> stream::Map<S, F> where [F: FnMut(S::Item) -> T];
    enumerate() -> stream::Enumerate<S> where [];
    inspect<F>(f: F) -> stream::Inspect<S, F> where [F: FnMut(&S::Item)];
    take(n: usize) -> stream::Take<S> where [];
    skip(n: usize) -> stream::Skip<S> where [];
    zip<T>(other: T) -> stream::Zip<S, T> where [T: Stream];
    chain<T>(other: T) -> stream::Chain<S, T> where [T: Stream<Item = S::Item>];
}

impl<S: Stream<Item: Future>> Staged<S> {
    #[track_caller]
    pub fn buffered(self, n: usize) -> Staged<impl FusedStream<Item = <S::Item as Future>::Output>> {
        Staged {
            stream: members(self.stream, "buffered", Location::caller()).buffered(n),
        }
    }

    #[track_caller]
    pub fn buffer_unordered(self, n: usize) -> Staged<impl FusedStream<Item = <S::Item as Future>::Output>> {
        Staged {
            stream: members(self.stream, "buffer_unordered", Location::caller()).buffer_unordered(n),
        }
    }
}

/// The same futures, as lanes.
fn members<S: Stream<Item: Future>>(
    stream: S,
    set: &'static str,
    at: &'static Location<'static>,
) -> impl Stream<Item = LaneFuture<S::Item>> {
    stream.map(move |future| LaneFuture::member(set, future, at))
}

impl<S: Stream> Staged<S> {
    #[track_caller]
    pub fn for_each_concurrent<Fut, F>(self, limit: impl Into<Option<usize>>, mut f: F) -> impl Future<Output = ()>
    where
        F: FnMut(S::Item) -> Fut,
        Fut: Future<Output = ()>,
    {
        let at = Location::caller();
        let member = move |item| LaneFuture::member("for_each_concurrent", f(item), at);
        self.stream.for_each_concurrent(limit, member)
    }
}
