//! `tokio::sync::Mutex`.

use std::fmt;
use std::future::Future;
use std::panic::Location;
use std::sync::Arc;

use ::tokio::sync::{self as real, TryLockError};
use stage::{Share, TrackedResource};

use super::held::{Held, Lock};

/// As [`tokio::sync::MutexGuard`].
pub type MutexGuard<'a, T> = Held<real::MutexGuard<'a, T>, &'a Mutex<T>>;
/// As [`tokio::sync::MappedMutexGuard`].
pub type MappedMutexGuard<'a, T> = Held<real::MappedMutexGuard<'a, T>>;
/// As [`tokio::sync::OwnedMutexGuard`].
pub type OwnedMutexGuard<T> = Held<real::OwnedMutexGuard<T>, Arc<Mutex<T>>>;
/// As [`tokio::sync::OwnedMappedMutexGuard`].
pub type OwnedMappedMutexGuard<T, U = T> = Held<real::OwnedMappedMutexGuard<T, U>, Arc<Mutex<T>>>;

/// As [`tokio::sync::Mutex`]; it is noted who holds it.
pub struct Mutex<T>(Lock<real::Mutex<T>, T>);

impl<T> Mutex<T> {
    /// As tokio's.
    #[track_caller]
    pub fn new(value: T) -> Self {
        Self::const_new(value)
    }

    /// As tokio's.
    #[track_caller]
    pub const fn const_new(value: T) -> Self {
        Self(Lock::new(TrackedResource::new("Mutex"), value, real::Mutex::new))
    }

    fn held<G, O>(&self, guard: G, owner: O, at: &'static Location<'static>) -> Held<G, O> {
        let hold = self.0.resource.acquired(Share::Alone, at);
        Held { hold, guard, owner }
    }

    /// As tokio's.
    #[track_caller]
    pub fn lock(&self) -> impl Future<Output = MutexGuard<'_, T>> {
        let at = Location::caller();
        async move {
            let guard = self.0.resource.wait(self.0.real().lock()).await;
            self.held(guard, self, at)
        }
    }

    /// As tokio's.
    #[track_caller]
    pub fn lock_owned(self: Arc<Self>) -> impl Future<Output = OwnedMutexGuard<T>> {
        let at = Location::caller();
        async move {
            let lock = Arc::clone(self.0.real());
            let guard = self.0.resource.wait(lock.lock_owned()).await;
            self.held(guard, Arc::clone(&self), at)
        }
    }

    /// As tokio's.
    #[track_caller]
    pub fn blocking_lock(&self) -> MutexGuard<'_, T> {
        self.held(self.0.real().blocking_lock(), self, Location::caller())
    }

    /// As tokio's.
    #[track_caller]
    pub fn blocking_lock_owned(self: Arc<Self>) -> OwnedMutexGuard<T> {
        let guard = Arc::clone(self.0.real()).blocking_lock_owned();
        self.held(guard, Arc::clone(&self), Location::caller())
    }

    /// As tokio's.
    ///
    /// # Errors
    /// It is locked.
    #[track_caller]
    pub fn try_lock(&self) -> Result<MutexGuard<'_, T>, TryLockError> {
        Ok(self.held(self.0.real().try_lock()?, self, Location::caller()))
    }

    /// As tokio's.
    ///
    /// # Errors
    /// It is locked.
    #[track_caller]
    pub fn try_lock_owned(self: Arc<Self>) -> Result<OwnedMutexGuard<T>, TryLockError> {
        let guard = Arc::clone(self.0.real()).try_lock_owned()?;
        Ok(self.held(guard, Arc::clone(&self), Location::caller()))
    }

    /// As tokio's.
    pub fn get_mut(&mut self) -> &mut T {
        self.0.get_mut().get_mut()
    }

    /// As tokio's.
    pub fn into_inner(self) -> T {
        self.0.into_real().into_inner()
    }
}

impl<T> From<T> for Mutex<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Default> Default for Mutex<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.real().fmt(formatter)
    }
}

impl<'a, T> MutexGuard<'a, T> {
    /// As tokio's.
    pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(this: Self, f: F) -> MappedMutexGuard<'a, U> {
        let Held { hold, guard, .. } = this;
        let guard = real::MutexGuard::map(guard, f);
        Held { hold, guard, owner: () }
    }

    /// As tokio's.
    ///
    /// # Errors
    /// The closure gave `None`.
    pub fn try_map<U: ?Sized, F>(this: Self, f: F) -> Result<MappedMutexGuard<'a, U>, Self>
    where
        F: FnOnce(&mut T) -> Option<&mut U>,
    {
        let Held { hold, guard, owner } = this;
        match real::MutexGuard::try_map(guard, f) {
            Ok(guard) => Ok(Held { hold, guard, owner: () }),
            Err(guard) => Err(Held { hold, guard, owner }),
        }
    }

    /// As tokio's.
    pub fn mutex(this: &Self) -> &'a Mutex<T> {
        this.owner
    }
}

impl<'a, T: ?Sized> MappedMutexGuard<'a, T> {
    /// As tokio's.
    pub fn map<U, F: FnOnce(&mut T) -> &mut U>(this: Self, f: F) -> MappedMutexGuard<'a, U> {
        this.turn(|guard| real::MappedMutexGuard::map(guard, f))
    }

    /// As tokio's.
    ///
    /// # Errors
    /// The closure gave `None`.
    pub fn try_map<U, F>(this: Self, f: F) -> Result<MappedMutexGuard<'a, U>, Self>
    where
        F: FnOnce(&mut T) -> Option<&mut U>,
    {
        this.try_turn(|guard| real::MappedMutexGuard::try_map(guard, f))
    }
}

impl<T> OwnedMutexGuard<T> {
    /// As tokio's.
    pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(this: Self, f: F) -> OwnedMappedMutexGuard<T, U> {
        this.turn(|guard| real::OwnedMutexGuard::map(guard, f))
    }

    /// As tokio's.
    ///
    /// # Errors
    /// The closure gave `None`.
    pub fn try_map<U: ?Sized, F>(this: Self, f: F) -> Result<OwnedMappedMutexGuard<T, U>, Self>
    where
        F: FnOnce(&mut T) -> Option<&mut U>,
    {
        this.try_turn(|guard| real::OwnedMutexGuard::try_map(guard, f))
    }

    /// As tokio's.
    pub fn mutex(this: &Self) -> &Arc<Mutex<T>> {
        &this.owner
    }
}

impl<T, U: ?Sized> OwnedMappedMutexGuard<T, U> {
    /// As tokio's.
    pub fn map<S, F: FnOnce(&mut U) -> &mut S>(this: Self, f: F) -> OwnedMappedMutexGuard<T, S> {
        this.turn(|guard| real::OwnedMappedMutexGuard::map(guard, f))
    }

    /// As tokio's.
    ///
    /// # Errors
    /// The closure gave `None`.
    pub fn try_map<S, F>(this: Self, f: F) -> Result<OwnedMappedMutexGuard<T, S>, Self>
    where
        F: FnOnce(&mut U) -> Option<&mut S>,
    {
        this.try_turn(|guard| real::OwnedMappedMutexGuard::try_map(guard, f))
    }
}
