//! What the listings see under the name `tokio`: all of tokio, with those items replaced that must know the stage's clock or
//! its lanes. Signatures, bounds and behavior are tokio's own.

pub use ::tokio::*;

pub mod runtime;
pub mod task;
pub mod time;

pub use task::spawn;
