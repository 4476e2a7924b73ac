//! What the listings see under the name `tokio_util`: all of it, with those items replaced that spawn tasks, so that each becomes a
//! lane, or that take the stage's types. An item without a comment behaves as the original of its name, with the same errors and panics.

#![expect(missing_docs, reason = "the original's documentation holds")]

pub use ::tokio_util::*;

pub mod io;
pub mod sync;
pub mod task;
pub mod time;
