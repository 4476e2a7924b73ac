//! `std::time`, whose [`Instant`] knows the virtual clock.

pub use ::std::time::*;

use ::std::fmt::{Debug, Formatter, Result};
use ::std::ops::{Add, AddAssign, Sub, SubAssign};
use ::std::time::Instant as Inner;

/// As [`std::time::Instant`]; on the virtual clock it shows virtual time.
///
/// It is a type of its own, so it becomes a `tokio::time::Instant` by `into`, not by `from_std`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(Inner);

impl Instant {
    /// As [`std::time::Instant::now`].
    pub fn now() -> Self {
        Self(::stage::now())
    }

    /// As [`std::time::Instant::duration_since`].
    pub fn duration_since(&self, earlier: Self) -> Duration {
        self.0.duration_since(earlier.0)
    }

    /// As [`std::time::Instant::checked_duration_since`].
    pub fn checked_duration_since(&self, earlier: Self) -> Option<Duration> {
        self.0.checked_duration_since(earlier.0)
    }

    /// As [`std::time::Instant::saturating_duration_since`].
    pub fn saturating_duration_since(&self, earlier: Self) -> Duration {
        self.0.saturating_duration_since(earlier.0)
    }

    /// As [`std::time::Instant::elapsed`].
    pub fn elapsed(&self) -> Duration {
        Self::now().0 - self.0
    }

    /// As [`std::time::Instant::checked_add`].
    pub fn checked_add(&self, duration: Duration) -> Option<Self> {
        self.0.checked_add(duration).map(Self)
    }

    /// As [`std::time::Instant::checked_sub`].
    pub fn checked_sub(&self, duration: Duration) -> Option<Self> {
        self.0.checked_sub(duration).map(Self)
    }
}

impl Debug for Instant {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        self.0.fmt(formatter)
    }
}

impl Add<Duration> for Instant {
    type Output = Self;

    fn add(self, duration: Duration) -> Self {
        Self(self.0 + duration)
    }
}

impl AddAssign<Duration> for Instant {
    fn add_assign(&mut self, duration: Duration) {
        self.0 += duration;
    }
}

impl Sub<Duration> for Instant {
    type Output = Self;

    fn sub(self, duration: Duration) -> Self {
        Self(self.0 - duration)
    }
}

impl SubAssign<Duration> for Instant {
    fn sub_assign(&mut self, duration: Duration) {
        self.0 -= duration;
    }
}

impl Sub for Instant {
    type Output = Duration;

    fn sub(self, earlier: Self) -> Duration {
        self.0 - earlier.0
    }
}

impl From<Instant> for ::tokio::time::Instant {
    fn from(instant: Instant) -> Self {
        instant.0.into()
    }
}

impl From<::tokio::time::Instant> for Instant {
    fn from(instant: ::tokio::time::Instant) -> Self {
        Self(instant.into())
    }
}
