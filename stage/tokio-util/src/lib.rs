//! What the listings see under the name `tokio_util`: all of it, with those items replaced that spawn tasks, so that each becomes a
//! lane.

pub use ::tokio_util::*;

pub mod task;
