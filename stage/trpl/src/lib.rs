//! What programs see under the name `trpl`: the names that the Rust Book's chapter about async uses, on the stage.
//!
//! The published crate brings a client for HTTP with hundreds of others. This one has all of its names but those that fetch pages:
//! `get`, `Html` and `Response`.

use std::future::Future;
use std::pin::pin;

pub use futures::future::{Either, join, join_all, join3};
pub use futures::join;
pub use tokio::fs::read_to_string;
pub use tokio::runtime::Runtime;
pub use tokio::sync::mpsc::{UnboundedReceiver as Receiver, UnboundedSender as Sender, unbounded_channel as channel};
pub use tokio::task::{JoinHandle, spawn as spawn_task, yield_now};
pub use tokio::time::{interval, sleep};
pub use tokio_stream::wrappers::{IntervalStream, UnboundedReceiverStream as ReceiverStream};
pub use tokio_stream::{Stream, StreamExt, iter as stream_from_iter};

/// Runs a future to completion on a runtime of its own.
///
/// # Panics
/// No runtime can be made, or this thread drives one already.
#[track_caller]
pub fn block_on<F: Future>(future: F) -> F::Output {
    let runtime = Runtime::new().expect("the system has the resources for a runtime");
    runtime.block_on(future)
}

/// As [`block_on`]: its name in earlier editions of the chapter.
///
/// # Panics
/// As [`block_on`] does.
#[track_caller]
pub fn run<F: Future>(future: F) -> F::Output {
    block_on(future)
}

/// Polls two futures until one of them is ready, and drops the other. The first is polled first.
pub async fn select<A: Future, B: Future>(first: A, second: B) -> Either<A::Output, B::Output> {
    match futures::future::select(pin!(first), pin!(second)).await {
        Either::Left((output, _)) => Either::Left(output),
        Either::Right((output, _)) => Either::Right(output),
    }
}

/// As [`select`]: its name in earlier editions of the chapter.
pub async fn race<A: Future, B: Future>(first: A, second: B) -> Either<A::Output, B::Output> {
    select(first, second).await
}
