//! What the listings see under the name `tokio_stream`: all of it, with those items replaced that take the stage's types. An item
//! without a comment behaves as the original of its name, with the same errors and panics.

#![expect(missing_docs, reason = "the original's documentation holds")]

pub use ::tokio_stream::*;

pub mod wrappers;
