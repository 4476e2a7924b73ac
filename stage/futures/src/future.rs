//! `futures::future`, where the members of a join are lanes.

use std::fmt;
use std::panic::Location;
use std::pin::Pin;
use std::task::{Context, Poll};

use stage::LaneFuture;

pub use ::futures::future::*;

mod join;
mod select;

pub use join::{Join, Join3, Join4, Join5, TryJoin, TryJoin3, TryJoin4, TryJoin5};
pub use join::{join, join3, join4, join5, try_join, try_join3, try_join4, try_join5};
pub use select::{Select, SelectAll, SelectOk, select, select_all, select_ok};

/// As [`futures::future::JoinAll`]; it holds lanes.
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct JoinAll<F: Future>(::futures::future::JoinAll<LaneFuture<F>>);

#[track_caller]
pub fn join_all<I>(futures: I) -> JoinAll<I::Item>
where
    I: IntoIterator,
    I::Item: Future,
{
    let at = Location::caller();
    let member = |future| LaneFuture::member("join_all", future, at);
    JoinAll(::futures::future::join_all(futures.into_iter().map(member)))
}

impl<F: Future> Future for JoinAll<F> {
    type Output = Vec<F::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context)
    }
}

impl<F: Future> FromIterator<F> for JoinAll<F> {
    #[track_caller]
    fn from_iter<I: IntoIterator<Item = F>>(futures: I) -> Self {
        join_all(futures)
    }
}

impl<F: Future + fmt::Debug> fmt::Debug for JoinAll<F>
where
    F::Output: fmt::Debug,
{
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("JoinAll").finish_non_exhaustive()
    }
}

#[track_caller]
pub fn try_join_all<I>(futures: I) -> TryJoinAll<LaneFuture<I::Item>>
where
    I: IntoIterator,
    I::Item: TryFuture + Future<Output = Result<<I::Item as TryFuture>::Ok, <I::Item as TryFuture>::Error>>,
{
    let at = Location::caller();
    ::futures::future::try_join_all(
        futures
            .into_iter()
            .map(|future| LaneFuture::member("try_join_all", future, at)),
    )
}
