//! `tokio::runtime`, where every runtime runs on the stage's clock.

pub use ::tokio::runtime::*;

mod background;
mod builder;
mod drive;
mod handle;

pub use builder::Builder;
pub use drive::{LocalRuntime, Runtime};
pub use handle::Handle;
