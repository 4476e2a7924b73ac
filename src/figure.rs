//! What a page gets from the project: whole figures of listings, and what stands in its sentences.
//!
//! A [`Request`] is parsed once, whether it was typed or stands in a chapter, and [`Request::answer`] answers it.

mod control;
pub mod costs;
mod line;
pub mod listing;
mod playground;
mod request;
pub mod tables;

pub use control::visible;
pub use request::{Request, parse};
