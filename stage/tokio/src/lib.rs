//! What the listings see under the name `tokio`: all of tokio, with those items replaced that must know the stage's clock or
//! its lanes. Signatures, bounds and behavior are tokio's own.

pub use ::tokio::*;

mod branches;
pub mod runtime;
pub mod sync;
pub mod task;
pub mod time;

pub use task::spawn;

#[doc(hidden)]
pub use ::stage as __stage;
#[doc(hidden)]
pub use ::tokio as __real;
