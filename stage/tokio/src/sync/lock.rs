//! What the locks and the semaphore have in common.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use stage::TrackedResource;

/// A lock of Tokio's, behind an `Arc` of its own, so that it can give out owned guards.
///
/// It is made from a `V` on first use, since a `static` cannot hold an `Arc`. What it guards must be `Sized`, which Tokio does
/// not require.
pub(super) struct Lock<L, V> {
    pub(super) resource: TrackedResource,
    lock: OnceLock<Arc<L>>,
    initial: Mutex<Option<V>>,
    make: fn(V) -> L,
}

impl<L, V> Lock<L, V> {
    pub(super) const fn new(resource: TrackedResource, initial: V, make: fn(V) -> L) -> Self {
        Self {
            resource,
            lock: OnceLock::new(),
            initial: Mutex::new(Some(initial)),
            make,
        }
    }

    pub(super) fn real(&self) -> &Arc<L> {
        self.lock.get_or_init(|| {
            let mut initial = self.initial.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::new((self.make)(initial.take().expect("it is made once")))
        })
    }

    /// The lock, while nothing else can reach it: owned guards keep the facade alive too.
    pub(super) fn get_mut(&mut self) -> &mut L {
        self.real();
        let lock = self.lock.get_mut().expect("it was made above");
        Arc::get_mut(lock).expect("no guard is alive")
    }

    pub(super) fn into_real(self) -> L {
        self.real();
        let lock = self.lock.into_inner().expect("it was made above");
        Arc::into_inner(lock).expect("no guard is alive")
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

            pub fn get_mut(&mut self) -> &mut T {
                self.0.get_mut().get_mut()
            }

            pub fn into_inner(self) -> T {
                self.0.into_real().into_inner()
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

        impl<T: std::fmt::Debug> std::fmt::Debug for $lock<T> {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.real().fmt(formatter)
            }
        }
    };
}
pub(super) use holds_a_value;

/// The ways to acquire a lock: by waiting asynchronously, by blocking, or by trying. A guard that is not owned comes from `lend`.
macro_rules! locks {
    (
        $lock:ident, $share:ident, $guard:ident, $owned:ident;
        $wait:ident, $wait_owned:ident, $block:ident, $try:ident, $try_owned:ident
    ) => {
        impl<T> $lock<T> {
            #[track_caller]
            pub fn $wait(&self) -> impl Future<Output = $guard<'_, T>> {
                let at = Location::caller();
                async move {
                    let guard = self.0.resource.wait(self.0.real().$wait()).await;
                    self.lend(guard, Share::$share, at)
                }
            }

            #[track_caller]
            pub fn $wait_owned(self: Arc<Self>) -> impl Future<Output = $owned<T>> {
                let at = Location::caller();
                async move {
                    let lock = Arc::clone(self.0.real());
                    let guard = self.0.resource.wait(lock.$wait_owned()).await;
                    let hold = self.0.resource.acquired(Share::$share, at);
                    Held {
                        hold,
                        guard,
                        owner: self,
                    }
                }
            }

            #[track_caller]
            pub fn $block(&self) -> $guard<'_, T> {
                self.lend(self.0.real().$block(), Share::$share, Location::caller())
            }

            #[track_caller]
            pub fn $try(&self) -> Result<$guard<'_, T>, TryLockError> {
                Ok(self.lend(self.0.real().$try()?, Share::$share, Location::caller()))
            }

            #[track_caller]
            pub fn $try_owned(self: Arc<Self>) -> Result<$owned<T>, TryLockError> {
                let guard = Arc::clone(self.0.real()).$try_owned()?;
                let hold = self.0.resource.acquired(Share::$share, Location::caller());
                Ok(Held {
                    hold,
                    guard,
                    owner: self,
                })
            }
        }
    };
}
pub(super) use locks;
