//! `std::time`, whose [`Instant`] knows the virtual clock.

pub use ::std::time::*;

::stage::__instant! {
    /// As [`std::time::Instant`]; on the virtual clock it shows virtual time.
    ::std::time::Instant, ::stage::now()
}

impl From<::tokio::time::Instant> for Instant {
    fn from(instant: ::tokio::time::Instant) -> Self {
        Self(instant.into())
    }
}

impl From<Instant> for ::tokio::time::Instant {
    fn from(instant: Instant) -> Self {
        instant.0.into()
    }
}
