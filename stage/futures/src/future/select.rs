//! `select`, `select_all` and `select_ok`, which give back the futures that were not ready.

use std::fmt;
use std::panic::Location;
use std::pin::Pin;
use std::task::{Context, Poll};

use ::futures::future::{Either, FusedFuture};
use stage::Lane;

/// A future and its lane.
struct Part<F> {
    lane: Lane,
    future: F,
}

impl<F> Part<F> {
    /// Gives the future back.
    fn release(self) -> F {
        self.lane.release();
        self.future
    }
}

impl<F: Future + Unpin> Part<F> {
    fn new(set: &str, future: F, at: &'static Location<'static>) -> Self {
        let lane = Lane::part::<F>(set, at);
        Self { lane, future }
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<F::Output> {
        self.lane.poll(Pin::new(&mut self.future), context)
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Select<A, B>(Option<(Part<A>, Part<B>)>);

#[track_caller]
pub fn select<A: Future + Unpin, B: Future + Unpin>(future1: A, future2: B) -> Select<A, B> {
    let at = Location::caller();
    Select(Some((
        Part::new("select", future1, at),
        Part::new("select", future2, at),
    )))
}

impl<A: Unpin, B: Unpin> Unpin for Select<A, B> {}

impl<A: Future + Unpin, B: Future + Unpin> Future for Select<A, B> {
    type Output = Either<(A::Output, B), (B::Output, A)>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let (a, b) = self.0.as_mut().expect("cannot poll Select twice");
        let first = a.poll(context);
        let second = match first {
            Poll::Ready(_) => Poll::Pending,
            Poll::Pending => b.poll(context),
        };
        if first.is_pending() && second.is_pending() {
            return Poll::Pending;
        }
        let (a, b) = self.0.take().expect("it was there");
        Poll::Ready(match (first, second) {
            (Poll::Ready(output), _) => Either::Left((output, b.release())),
            (_, Poll::Ready(output)) => Either::Right((output, a.release())),
            (Poll::Pending, Poll::Pending) => unreachable!("one of them is ready"),
        })
    }
}

impl<A: Future + Unpin, B: Future + Unpin> FusedFuture for Select<A, B> {
    fn is_terminated(&self) -> bool {
        self.0.is_none()
    }
}

impl<A, B> fmt::Debug for Select<A, B> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Select").finish_non_exhaustive()
    }
}

/// The parts that a call at `at` polls.
fn parts<I>(set: &str, futures: I, at: &'static Location<'static>) -> Vec<Part<I::Item>>
where
    I: IntoIterator,
    I::Item: Future + Unpin,
{
    let parts: Vec<_> = futures.into_iter().map(|future| Part::new(set, future, at)).collect();
    assert!(!parts.is_empty(), "{set}: no futures");
    parts
}

/// The futures that are left.
fn rest<F>(parts: &mut Vec<Part<F>>) -> Vec<F> {
    std::mem::take(parts).into_iter().map(Part::release).collect()
}

/// The first of the parts that is ready.
fn first<F: Future + Unpin>(parts: &mut [Part<F>], context: &mut Context<'_>) -> Poll<(usize, F::Output)> {
    for (index, part) in parts.iter_mut().enumerate() {
        if let Poll::Ready(output) = part.poll(context) {
            return Poll::Ready((index, output));
        }
    }
    Poll::Pending
}

/// The two that poll any number of futures.
macro_rules! sets {
    ($($name:ident)*) => {$(
        #[must_use = "futures do nothing unless you `.await` or poll them"]
        pub struct $name<F>(Vec<Part<F>>);

        impl<F: Unpin> Unpin for $name<F> {}

        impl<F> $name<F> {
            /// The futures that it holds.
            pub fn into_inner(mut self) -> Vec<F> {
                rest(&mut self.0)
            }
        }

        impl<F> fmt::Debug for $name<F> {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )*};
}

sets!(SelectAll SelectOk);

#[track_caller]
pub fn select_all<I>(futures: I) -> SelectAll<I::Item>
where
    I: IntoIterator,
    I::Item: Future + Unpin,
{
    SelectAll(parts("select_all", futures, Location::caller()))
}

impl<F: Future + Unpin> Future for SelectAll<F> {
    type Output = (F::Output, usize, Vec<F>);

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        first(&mut self.0, context).map(|(index, output)| {
            self.0.swap_remove(index);
            (output, index, rest(&mut self.0))
        })
    }
}

#[track_caller]
pub fn select_ok<I, T, E>(futures: I) -> SelectOk<I::Item>
where
    I: IntoIterator,
    I::Item: Future<Output = Result<T, E>> + Unpin,
{
    SelectOk(parts("select_ok", futures, Location::caller()))
}

impl<T, E, F: Future<Output = Result<T, E>> + Unpin> Future for SelectOk<F> {
    type Output = Result<(T, Vec<F>), E>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        loop {
            let (index, output) = std::task::ready!(first(&mut self.0, context));
            self.0.remove(index);
            match output {
                Ok(output) => return Poll::Ready(Ok((output, rest(&mut self.0)))),
                Err(error) if self.0.is_empty() => return Poll::Ready(Err(error)),
                Err(_) => {}
            }
        }
    }
}
