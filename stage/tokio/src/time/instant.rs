//! `tokio::time::Instant`.

use ::tokio::time::Instant as Inner;
use stage_std::time::Instant as StdInstant;

stage::__instant! {
    /// As [`tokio::time::Instant`]; it comes from, and becomes, the `Instant` of the stage's `std`.
    Inner, stage::virtual_now()
}

impl Instant {
    pub fn from_std(std: StdInstant) -> Self {
        std.into()
    }

    pub fn into_std(self) -> StdInstant {
        self.into()
    }
}

impl From<StdInstant> for Instant {
    fn from(instant: StdInstant) -> Self {
        Self(instant.into())
    }
}

impl From<Instant> for StdInstant {
    fn from(instant: Instant) -> Self {
        instant.0.into()
    }
}

impl From<Inner> for Instant {
    fn from(instant: Inner) -> Self {
        Self(instant)
    }
}

impl From<Instant> for Inner {
    fn from(instant: Instant) -> Self {
        instant.0
    }
}
