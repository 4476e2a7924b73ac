//! `tokio::runtime`, where every runtime stands on the stage's clock.

pub use ::tokio::runtime::*;

mod builder;
mod drive;

pub use builder::Builder;
pub use drive::{LocalRuntime, Runtime};
