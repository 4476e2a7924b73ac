//! `tokio::sync::Mutex`.

use std::convert::identity;
use std::future::Future;
use std::panic::Location;
use std::sync::Arc;

use ::bytemuck::{TransparentWrapper, TransparentWrapperAlloc};
use ::tokio::sync::{self as real, TryLockError};
use stage::{Share, TrackedResource};

use super::held::{Held, maps, maps_value};
use super::lock::{Tracked, Whole, holds_a_value, locks, makes_guard};

pub type MutexGuard<'a, T> = Held<Whole<real::MutexGuard<'a, Tracked<T>>>, &'a Mutex<T>>;
pub type MappedMutexGuard<'a, T> = Held<real::MappedMutexGuard<'a, T>>;
pub type OwnedMutexGuard<T> = Held<Whole<real::OwnedMutexGuard<Tracked<T>>>, Arc<Mutex<T>>>;
pub type OwnedMappedMutexGuard<T, U = T> = Held<real::OwnedMappedMutexGuard<Tracked<T>, U>, Arc<Mutex<T>>>;

/// As [`tokio::sync::Mutex`]; records who holds it.
#[derive(TransparentWrapper)]
#[repr(transparent)]
pub struct Mutex<T: ?Sized>(real::Mutex<Tracked<T>>);

holds_a_value!(Mutex);
locks!(
    Mutex, MutexGuard from lend, OwnedMutexGuard from own;
    lock, lock_owned, blocking_lock, try_lock, try_lock_owned
);
makes_guard!(lend<'a>(real::MutexGuard<'a, Tracked<T>>, &'a Mutex<T>) -> MutexGuard<'a, T>: Exclusive, Whole, identity);
makes_guard!(own<>(real::OwnedMutexGuard<Tracked<T>>, Arc<Mutex<T>>) -> OwnedMutexGuard<T>: Exclusive, Whole, identity);

impl<T> Mutex<T> {
    #[track_caller]
    pub const fn const_new(value: T) -> Self {
        let resource = TrackedResource::new("Mutex");
        Self(real::Mutex::const_new(Tracked { resource, value }))
    }
}

impl<T: ?Sized> Mutex<T> {
    #[track_caller]
    pub fn blocking_lock_owned(self: Arc<Self>) -> OwnedMutexGuard<T> {
        let guard = Self::peel_arc(Arc::clone(&self)).blocking_lock_owned();
        own(guard, self, Location::caller())
    }
}

maps!(['a, T: ?Sized] MappedMutexGuard<'a, T>: [V, F] &mut T => &mut V, MappedMutexGuard<'a, V>);
maps_value!([T: ?Sized] OwnedMutexGuard<T>: [V: ?Sized, F] OwnedMappedMutexGuard<T, V>);
maps!([T: ?Sized, U: ?Sized] OwnedMappedMutexGuard<T, U>: [V, F] &mut U => &mut V, OwnedMappedMutexGuard<T, V>);

/// A mapped guard does not know its lock, so these two cannot come from `maps`.
impl<'a, T: ?Sized> MutexGuard<'a, T> {
    pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(this: Self, f: F) -> MappedMutexGuard<'a, U> {
        let Held { hold, guard, .. } = this;
        let guard = real::MutexGuard::map(guard.0, |tracked| f(&mut tracked.value));
        Held { hold, guard, owner: () }
    }

    pub fn try_map<U: ?Sized, F>(this: Self, f: F) -> Result<MappedMutexGuard<'a, U>, Self>
    where
        F: FnOnce(&mut T) -> Option<&mut U>,
    {
        let Held { hold, guard, owner } = this;
        match real::MutexGuard::try_map(guard.0, |tracked| f(&mut tracked.value)) {
            Ok(guard) => Ok(Held { hold, guard, owner: () }),
            Err(guard) => Err(Held {
                hold,
                guard: Whole(guard),
                owner,
            }),
        }
    }

    pub fn mutex(this: &Self) -> &'a Mutex<T> {
        this.owner
    }
}

impl<T: ?Sized> OwnedMutexGuard<T> {
    pub fn mutex(this: &Self) -> &Arc<Mutex<T>> {
        &this.owner
    }
}
