//! What the listings see under the name `futures`: all of it, with those items replaced that run several futures in one task, so
//! that each member becomes a lane.

pub use ::futures::*;

pub mod future;
pub mod stream;
