//! `tokio_util::time`, whose `DelayQueue` takes the stage's instants.

pub use ::tokio_util::time::*;

pub mod delay_queue;

pub use delay_queue::DelayQueue;
