//! `tokio::sync::Mutex`.

use std::future::Future;
use std::panic::Location;
use std::sync::Arc;

use ::tokio::sync::{self as real, TryLockError};
use stage::{Share, TrackedResource};

use super::held::{Held, maps};
use super::lock::{Lock, holds_a_value, locks};

pub type MutexGuard<'a, T> = Held<real::MutexGuard<'a, T>, &'a Mutex<T>>;
pub type MappedMutexGuard<'a, T> = Held<real::MappedMutexGuard<'a, T>>;
pub type OwnedMutexGuard<T> = Held<real::OwnedMutexGuard<T>, Arc<Mutex<T>>>;
pub type OwnedMappedMutexGuard<T, U = T> = Held<real::OwnedMappedMutexGuard<T, U>, Arc<Mutex<T>>>;

/// As [`tokio::sync::Mutex`]; records who holds it.
pub struct Mutex<T>(Lock<real::Mutex<T>, T>);

holds_a_value!(Mutex);
locks!(Mutex, Exclusive, MutexGuard, OwnedMutexGuard; lock, lock_owned, blocking_lock, try_lock, try_lock_owned);

impl<T> Mutex<T> {
    #[track_caller]
    pub const fn const_new(value: T) -> Self {
        Self(Lock::new(TrackedResource::new("Mutex"), value, real::Mutex::new))
    }

    fn lend<G>(&self, guard: G, share: Share, at: &'static Location<'static>) -> Held<G, &Self> {
        let hold = self.0.resource.acquired(share, at);
        let owner = self;
        Held { hold, guard, owner }
    }

    #[track_caller]
    pub fn blocking_lock_owned(self: Arc<Self>) -> OwnedMutexGuard<T> {
        let guard = Arc::clone(self.0.real()).blocking_lock_owned();
        let hold = self.0.resource.acquired(Share::Exclusive, Location::caller());
        let owner = self;
        Held { hold, guard, owner }
    }
}

maps!(['a, T: ?Sized] MappedMutexGuard<'a, T>: [V, F] &mut T => &mut V, MappedMutexGuard<'a, V>);
maps!([T] OwnedMutexGuard<T>: [V: ?Sized, F] &mut T => &mut V, OwnedMappedMutexGuard<T, V>);
maps!([T, U: ?Sized] OwnedMappedMutexGuard<T, U>: [V, F] &mut U => &mut V, OwnedMappedMutexGuard<T, V>);

/// A mapped guard does not know its lock, so these two cannot come from `maps`.
impl<'a, T> MutexGuard<'a, T> {
    pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(this: Self, f: F) -> MappedMutexGuard<'a, U> {
        let Held { hold, guard, .. } = this;
        let guard = real::MutexGuard::map(guard, f);
        Held { hold, guard, owner: () }
    }

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

    pub fn mutex(this: &Self) -> &'a Mutex<T> {
        this.owner
    }
}

impl<T> OwnedMutexGuard<T> {
    pub fn mutex(this: &Self) -> &Arc<Mutex<T>> {
        &this.owner
    }
}
