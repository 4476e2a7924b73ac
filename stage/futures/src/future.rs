//! `futures::future`, where the members of a join are lanes.

use std::panic::Location;

use stage::LaneFuture;

pub use ::futures::future::*;

#[track_caller]
pub fn join_all<I>(futures: I) -> JoinAll<LaneFuture<I::Item>>
where
    I: IntoIterator,
    I::Item: Future,
{
    let at = Location::caller();
    ::futures::future::join_all(
        futures
            .into_iter()
            .map(|future| LaneFuture::member("join_all", future, at)),
    )
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
