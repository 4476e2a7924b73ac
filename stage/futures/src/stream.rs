//! `futures::stream`, where the members of a set are lanes.

pub use ::futures::stream::*;

pub mod futures_unordered;

pub use futures_unordered::FuturesUnordered;
