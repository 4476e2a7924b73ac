//! What the listings see under the name `tokio`: all of Tokio, with those items replaced that must know the stage's clock or
//! its lanes. Signatures, bounds and behavior are Tokio's own; an item without a comment behaves as the original of its name, with the
//! same errors and panics.

#![expect(missing_docs, reason = "the original's documentation holds")]

pub use ::tokio::*;

// The floors, from the ground up: a module uses only modules of the paragraphs above its own.

mod branches;
mod closure;
mod join_handle;
pub mod signal;
mod spawns;
pub mod sync;
pub mod time;

pub mod runtime;

pub mod task;

pub use task::spawn;

#[doc(hidden)]
pub use ::stage as __stage;
#[doc(hidden)]
pub use ::tokio as __real;
#[doc(hidden)]
pub use closure::Closure as __Closure;
