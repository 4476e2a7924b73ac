//! What the listings see under the name `futures`: all of it, with those items replaced that poll several futures in one task, so
//! that each member becomes a lane. An item without a comment behaves as the original of its name, with the same panics.

#![expect(missing_docs, reason = "the original's documentation holds")]

pub use ::futures::*;

mod branches;
pub mod future;
pub mod stream;

#[doc(hidden)]
pub use ::futures as __real;
#[doc(hidden)]
pub use ::stage as __stage;
#[doc(hidden)]
pub use branches::Fused as __Fused;
