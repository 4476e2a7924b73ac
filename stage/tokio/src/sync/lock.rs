//! What the two locks have in common.

use std::fmt;
use std::ops::{Deref, DerefMut};

use stage::TrackedResource;

/// What a lock of Tokio's guards: the listing's value, and the record of who holds it. The value comes last, because it may be unsized.
pub struct Tracked<T: ?Sized> {
    pub(super) resource: TrackedResource,
    pub(super) value: T,
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Tracked<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(formatter)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for Tracked<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(formatter)
    }
}

/// A guard of the whole of that, which shows only the value.
pub struct Whole<G>(pub(super) G);

impl<T: ?Sized, G: Deref<Target = Tracked<T>>> Deref for Whole<G> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.value
    }
}

impl<T: ?Sized, G: DerefMut<Target = Tracked<T>>> DerefMut for Whole<G> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0.value
    }
}

impl<G: fmt::Debug> fmt::Debug for Whole<G> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl<G: fmt::Display> fmt::Display for Whole<G> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// What the two locks have in common apart from locking.
macro_rules! holds_a_value {
    ($lock:ident) => {
        impl<T> $lock<T> {
            #[track_caller]
            pub fn new(value: T) -> Self {
                Self::const_new(value)
            }

            pub fn into_inner(self) -> T {
                self.0.into_inner().value
            }
        }

        impl<T: ?Sized> $lock<T> {
            pub fn get_mut(&mut self) -> &mut T {
                &mut self.0.get_mut().value
            }

            /// By this address, the stage knows the lock.
            fn address(&self) -> usize {
                std::ptr::from_ref(self).addr()
            }
        }

        impl<T> From<T> for $lock<T> {
            #[track_caller]
            fn from(value: T) -> Self {
                Self::new(value)
            }
        }

        impl<T: Default> Default for $lock<T> {
            #[track_caller]
            fn default() -> Self {
                Self::new(T::default())
            }
        }

        impl<T: ?Sized + std::fmt::Debug> std::fmt::Debug for $lock<T> {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }
    };
}
pub(super) use holds_a_value;

/// The ways to acquire a lock: by waiting asynchronously, by blocking, or by trying. `lend` and `own` make the two kinds of guard.
macro_rules! locks {
    (
        $lock:ident, $guard:ident from $lend:ident, $owned:ident from $own:ident;
        $wait:ident, $wait_owned:ident, $block:ident, $try:ident, $try_owned:ident
    ) => {
        impl<T: ?Sized> $lock<T> {
            #[track_caller]
            pub fn $wait(&self) -> impl Future<Output = $guard<'_, T>> {
                let at = Location::caller();
                async move {
                    $lend(
                        stage::wait_for_lock(self.address(), self.0.$wait()).await,
                        self,
                        at,
                    )
                }
            }

            #[track_caller]
            pub fn $wait_owned(self: Arc<Self>) -> impl Future<Output = $owned<T>> {
                let at = Location::caller();
                async move {
                    let lock = Self::peel_arc(Arc::clone(&self));
                    let guard = stage::wait_for_lock(self.address(), lock.$wait_owned()).await;
                    $own(guard, self, at)
                }
            }

            #[track_caller]
            pub fn $block(&self) -> $guard<'_, T> {
                $lend(self.0.$block(), self, Location::caller())
            }

            #[track_caller]
            pub fn $try(&self) -> Result<$guard<'_, T>, TryLockError> {
                Ok($lend(self.0.$try()?, self, Location::caller()))
            }

            #[track_caller]
            pub fn $try_owned(self: Arc<Self>) -> Result<$owned<T>, TryLockError> {
                let guard = Self::peel_arc(Arc::clone(&self)).$try_owned()?;
                Ok($own(guard, self, Location::caller()))
            }
        }
    };
}
pub(super) use locks;

/// Makes a function that turns a guard of Tokio's into one of the stage's. `wrap` says how, `keep` what of the lock is kept.
macro_rules! makes_guard {
    ($name:ident<$($lifetime:lifetime)?>($real:ty, $lock:ty) -> $guard:ty: $share:ident, $wrap:expr, $keep:expr) => {
        fn $name<$($lifetime,)? T: ?Sized>(guard: $real, lock: $lock, at: &'static Location<'static>) -> $guard {
            let hold = guard.resource.acquired_at(lock.address(), Share::$share, at);
            Held {
                hold,
                guard: $wrap(guard),
                owner: $keep(lock),
            }
        }
    };
}
pub(super) use makes_guard;
