//! `tokio::sync::RwLock`.

use std::future::Future;
use std::panic::Location;
use std::sync::Arc;

use ::tokio::sync::{self as real, TryLockError};
use stage::{Share, TrackedResource};

use super::held::{Held, maps};
use super::lock::{Lock, holds_a_value, locks};

pub type RwLockReadGuard<'a, T> = Held<real::RwLockReadGuard<'a, T>>;
pub type RwLockWriteGuard<'a, T> = Held<real::RwLockWriteGuard<'a, T>>;
pub type RwLockMappedWriteGuard<'a, T> = Held<real::RwLockMappedWriteGuard<'a, T>>;
pub type OwnedRwLockReadGuard<T, U = T> = Held<real::OwnedRwLockReadGuard<T, U>, Arc<RwLock<T>>>;
pub type OwnedRwLockWriteGuard<T> = Held<real::OwnedRwLockWriteGuard<T>, Arc<RwLock<T>>>;
pub type OwnedRwLockMappedWriteGuard<T, U = T> = Held<real::OwnedRwLockMappedWriteGuard<T, U>, Arc<RwLock<T>>>;

/// As [`tokio::sync::RwLock`]; records who holds it.
pub struct RwLock<T>(Lock<real::RwLock<T>, (T, Option<u32>)>);

holds_a_value!(RwLock);
locks!(RwLock, Shared, RwLockReadGuard, OwnedRwLockReadGuard; read, read_owned, blocking_read, try_read, try_read_owned);
locks!(RwLock, Exclusive, RwLockWriteGuard, OwnedRwLockWriteGuard; write, write_owned, blocking_write, try_write, try_write_owned);

fn make<T>((value, max_readers): (T, Option<u32>)) -> real::RwLock<T> {
    match max_readers {
        Some(max_readers) => real::RwLock::with_max_readers(value, max_readers),
        None => real::RwLock::new(value),
    }
}

impl<T> RwLock<T> {
    #[track_caller]
    pub const fn const_new(value: T) -> Self {
        Self(Lock::new(TrackedResource::new("RwLock"), (value, None), make))
    }

    #[track_caller]
    pub fn with_max_readers(value: T, max_reads: u32) -> Self {
        Self::const_with_max_readers(value, max_reads)
    }

    #[track_caller]
    pub const fn const_with_max_readers(value: T, max_reads: u32) -> Self {
        Self(Lock::new(
            TrackedResource::new("RwLock"),
            (value, Some(max_reads)),
            make,
        ))
    }

    fn lend<G>(&self, guard: G, share: Share, at: &'static Location<'static>) -> Held<G> {
        let hold = self.0.resource.acquired(share, at);
        Held { hold, guard, owner: () }
    }
}

maps!(['a, T: ?Sized] RwLockReadGuard<'a, T>: [F, V: ?Sized] &T => &V, RwLockReadGuard<'a, V>);
maps!(['a, T: ?Sized] RwLockWriteGuard<'a, T>: [F, V: ?Sized] &mut T => &mut V, RwLockMappedWriteGuard<'a, V>);
maps!(['a, T: ?Sized] RwLockMappedWriteGuard<'a, T>: [F, V: ?Sized] &mut T => &mut V, RwLockMappedWriteGuard<'a, V>);
maps!([T, U: ?Sized] OwnedRwLockReadGuard<T, U>: [F, V: ?Sized] &U => &V, OwnedRwLockReadGuard<T, V>);
maps!([T] OwnedRwLockWriteGuard<T>: [F, V: ?Sized] &mut T => &mut V, OwnedRwLockMappedWriteGuard<T, V>);
maps!([T, U: ?Sized] OwnedRwLockMappedWriteGuard<T, U>: [F, V: ?Sized] &mut U => &mut V, OwnedRwLockMappedWriteGuard<T, V>);

/// From a write guard to a read guard: of the same, or of the `V` that a closure finds in it.
macro_rules! downgrades {
    ([$($generics:tt)*] $guard:ident<$($argument:tt),*>: $mapped:ty, $read:ty, $read_mapped:ty) => {
        impl<$($generics)*> $guard<$($argument),*> {
            pub fn into_mapped(this: Self) -> $mapped {
                this.convert(real::$guard::into_mapped)
            }

            pub fn downgrade(self) -> $read {
                self.shared().convert(real::$guard::downgrade)
            }

            pub fn downgrade_map<F: FnOnce(&T) -> &V, V: ?Sized>(this: Self, f: F) -> $read_mapped {
                this.shared().convert(|guard| real::$guard::downgrade_map(guard, f))
            }

            pub fn try_downgrade_map<F: FnOnce(&T) -> Option<&V>, V: ?Sized>(this: Self, f: F) -> Result<$read_mapped, Self> {
                Ok(this.try_convert(|guard| real::$guard::try_downgrade_map(guard, f))?.shared())
            }
        }
    };
}

downgrades!(['a, T: ?Sized] RwLockWriteGuard<'a, T>: RwLockMappedWriteGuard<'a, T>, RwLockReadGuard<'a, T>, RwLockReadGuard<'a, V>);
downgrades!([T] OwnedRwLockWriteGuard<T>: OwnedRwLockMappedWriteGuard<T>, OwnedRwLockReadGuard<T>, OwnedRwLockReadGuard<T, V>);

/// The lock of an owned guard.
macro_rules! knows_its_lock {
    ($([$($generics:tt)*] $guard:ty;)*) => {$(
        impl<$($generics)*> $guard {
            pub fn rwlock(this: &Self) -> &Arc<RwLock<T>> {
                &this.owner
            }
        }
    )*};
}

knows_its_lock! {
    [T, U: ?Sized] OwnedRwLockReadGuard<T, U>;
    [T] OwnedRwLockWriteGuard<T>;
    [T, U: ?Sized] OwnedRwLockMappedWriteGuard<T, U>;
}
