//! `tokio::time::Interval`, whose ticks are instants of the stage.

use std::task::{Context, Poll};
use std::time::Duration;

use ::tokio::time::Interval as Inner;

use super::Instant;

/// As [`tokio::time::Interval`]; it dereferences to that for all that has nothing to do with instants.
pub struct Interval(Inner);

stage::derefs_to!([] Interval => Inner);

#[track_caller]
pub fn interval(period: Duration) -> Interval {
    Interval(::tokio::time::interval(period))
}

#[track_caller]
pub fn interval_at(start: Instant, period: Duration) -> Interval {
    Interval(::tokio::time::interval_at(start.into(), period))
}

impl Interval {
    pub async fn tick(&mut self) -> Instant {
        self.0.tick().await.into()
    }

    pub fn poll_tick(&mut self, context: &mut Context<'_>) -> Poll<Instant> {
        self.0.poll_tick(context).map(Instant::from)
    }

    pub fn reset_at(&mut self, deadline: Instant) {
        self.0.reset_at(deadline.into());
    }
}
