//! `futures::stream`, where the members of a set are lanes.

pub use ::futures::stream::*;

mod sets;
mod staged;

pub use sets::{FuturesOrdered, FuturesUnordered};
pub use staged::{Iter, RepeatWith, Staged, Unfold, iter, repeat_with, unfold};

pub mod futures_unordered {
    pub use super::FuturesUnordered;
    pub use ::futures::stream::futures_unordered::*;
}
