//! What the facades have in common.

/// Makes a facade dereference to its original, which is its field `.0`, and print like it.
#[doc(hidden)]
#[macro_export]
macro_rules! derefs_to {
    ([$($parameters:tt)*] $facade:ty => $original:ty) => {
        impl<$($parameters)*> ::std::ops::Deref for $facade {
            type Target = $original;

            fn deref(&self) -> &$original {
                &self.0
            }
        }

        impl<$($parameters)*> ::std::ops::DerefMut for $facade {
            fn deref_mut(&mut self) -> &mut $original {
                &mut self.0
            }
        }

        impl<$($parameters)*> ::std::fmt::Debug for $facade
        where
            $original: ::std::fmt::Debug,
        {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.fmt(formatter)
            }
        }
    };
}

/// An `Instant` of its own around another one, with all that one can do, except for conversions.
#[doc(hidden)]
#[macro_export]
macro_rules! __instant {
    ($(#[$about:meta])* $inner:ty, $now:expr) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct Instant($inner);

        impl Instant {
            /// As the original's.
            pub fn now() -> Self {
                Self($now)
            }

            /// As the original's.
            pub fn duration_since(&self, earlier: Self) -> ::std::time::Duration {
                self.0.duration_since(earlier.0)
            }

            /// As the original's.
            pub fn checked_duration_since(&self, earlier: Self) -> Option<::std::time::Duration> {
                self.0.checked_duration_since(earlier.0)
            }

            /// As the original's.
            pub fn saturating_duration_since(&self, earlier: Self) -> ::std::time::Duration {
                self.0.saturating_duration_since(earlier.0)
            }

            /// As the original's.
            pub fn elapsed(&self) -> ::std::time::Duration {
                Self::now().0 - self.0
            }

            /// As the original's.
            pub fn checked_add(&self, duration: ::std::time::Duration) -> Option<Self> {
                self.0.checked_add(duration).map(Self)
            }

            /// As the original's.
            pub fn checked_sub(&self, duration: ::std::time::Duration) -> Option<Self> {
                self.0.checked_sub(duration).map(Self)
            }
        }

        impl ::std::fmt::Debug for Instant {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl ::std::ops::Add<::std::time::Duration> for Instant {
            type Output = Self;

            fn add(self, duration: ::std::time::Duration) -> Self {
                Self(self.0 + duration)
            }
        }

        impl ::std::ops::AddAssign<::std::time::Duration> for Instant {
            fn add_assign(&mut self, duration: ::std::time::Duration) {
                self.0 += duration;
            }
        }

        impl ::std::ops::Sub<::std::time::Duration> for Instant {
            type Output = Self;

            fn sub(self, duration: ::std::time::Duration) -> Self {
                Self(self.0 - duration)
            }
        }

        impl ::std::ops::SubAssign<::std::time::Duration> for Instant {
            fn sub_assign(&mut self, duration: ::std::time::Duration) {
                self.0 -= duration;
            }
        }

        impl ::std::ops::Sub for Instant {
            type Output = ::std::time::Duration;

            fn sub(self, earlier: Self) -> ::std::time::Duration {
                self.0 - earlier.0
            }
        }
    };
}
