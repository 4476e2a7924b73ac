//! `tokio::sync::RwLock`.

use std::convert::identity;
use std::future::Future;
use std::panic::Location;
use std::sync::Arc;

use ::bytemuck::{TransparentWrapper, TransparentWrapperAlloc};
use ::tokio::sync::{self as real, TryLockError};
use stage::{Share, TrackedResource};

use super::held::{Held, maps, maps_value};
use super::lock::{Tracked, Whole, holds_a_value, locks, makes_guard};

pub type RwLockReadGuard<'a, T> = Held<real::RwLockReadGuard<'a, T>>;
pub type RwLockWriteGuard<'a, T> = Held<Whole<real::RwLockWriteGuard<'a, Tracked<T>>>>;
pub type RwLockMappedWriteGuard<'a, T> = Held<real::RwLockMappedWriteGuard<'a, T>>;
pub type OwnedRwLockReadGuard<T, U = T> = Held<real::OwnedRwLockReadGuard<Tracked<T>, U>, Arc<RwLock<T>>>;
pub type OwnedRwLockWriteGuard<T> = Held<Whole<real::OwnedRwLockWriteGuard<Tracked<T>>>, Arc<RwLock<T>>>;
pub type OwnedRwLockMappedWriteGuard<T, U = T> = Held<real::OwnedRwLockMappedWriteGuard<Tracked<T>, U>, Arc<RwLock<T>>>;

/// As [`tokio::sync::RwLock`]; records who holds it.
#[derive(TransparentWrapper)]
#[repr(transparent)]
pub struct RwLock<T: ?Sized>(real::RwLock<Tracked<T>>);

holds_a_value!(RwLock);
locks!(
    RwLock, RwLockReadGuard from lend, OwnedRwLockReadGuard from own;
    read, read_owned, blocking_read, try_read, try_read_owned
);
locks!(
    RwLock, RwLockWriteGuard from lend_to_write, OwnedRwLockWriteGuard from own_to_write;
    write, write_owned, blocking_write, try_write, try_write_owned
);
makes_guard!(
    lend<'a>(real::RwLockReadGuard<'a, Tracked<T>>, &'a RwLock<T>) -> RwLockReadGuard<'a, T>:
    Shared, |guard| real::RwLockReadGuard::map(guard, |tracked: &Tracked<T>| &tracked.value), |_| ()
);
makes_guard!(
    own<>(real::OwnedRwLockReadGuard<Tracked<T>>, Arc<RwLock<T>>) -> OwnedRwLockReadGuard<T>:
    Shared, |guard| real::OwnedRwLockReadGuard::map(guard, |tracked: &Tracked<T>| &tracked.value), identity
);
makes_guard!(
    lend_to_write<'a>(real::RwLockWriteGuard<'a, Tracked<T>>, &'a RwLock<T>) -> RwLockWriteGuard<'a, T>:
    Exclusive, Whole, |_| ()
);
makes_guard!(
    own_to_write<>(real::OwnedRwLockWriteGuard<Tracked<T>>, Arc<RwLock<T>>) -> OwnedRwLockWriteGuard<T>:
    Exclusive, Whole, identity
);

impl<T> RwLock<T> {
    #[track_caller]
    pub const fn const_new(value: T) -> Self {
        let resource = TrackedResource::new("RwLock");
        Self(real::RwLock::const_new(Tracked { resource, value }))
    }

    #[track_caller]
    pub fn with_max_readers(value: T, max_reads: u32) -> Self {
        Self::const_with_max_readers(value, max_reads)
    }

    #[track_caller]
    pub const fn const_with_max_readers(value: T, max_reads: u32) -> Self {
        let resource = TrackedResource::new("RwLock");
        Self(real::RwLock::const_with_max_readers(
            Tracked { resource, value },
            max_reads,
        ))
    }
}

maps!(['a, T: ?Sized] RwLockReadGuard<'a, T>: [F, V: ?Sized] &T => &V, RwLockReadGuard<'a, V>);
maps_value!(['a, T: ?Sized] RwLockWriteGuard<'a, T>: [F, V: ?Sized] RwLockMappedWriteGuard<'a, V>);
maps!(['a, T: ?Sized] RwLockMappedWriteGuard<'a, T>: [F, V: ?Sized] &mut T => &mut V, RwLockMappedWriteGuard<'a, V>);
maps!([T: ?Sized, U: ?Sized] OwnedRwLockReadGuard<T, U>: [F, V: ?Sized] &U => &V, OwnedRwLockReadGuard<T, V>);
maps_value!([T: ?Sized] OwnedRwLockWriteGuard<T>: [F, V: ?Sized] OwnedRwLockMappedWriteGuard<T, V>);
maps!([T: ?Sized, U: ?Sized] OwnedRwLockMappedWriteGuard<T, U>: [F, V: ?Sized] &mut U => &mut V, OwnedRwLockMappedWriteGuard<T, V>);

/// From a write guard to a read guard: of the same, or of the `V` that a closure finds in it.
macro_rules! downgrades {
    ([$($generics:tt)*] $guard:ident<$($argument:tt),*>: $mapped:ty, $read:ty, $read_mapped:ty) => {
        impl<$($generics)*> $guard<$($argument),*> {
            pub fn into_mapped(this: Self) -> $mapped {
                Self::map(this, |value| value)
            }

            pub fn downgrade(self) -> $read {
                Self::downgrade_map(self, |value| value)
            }

            pub fn downgrade_map<F: FnOnce(&T) -> &V, V: ?Sized>(this: Self, f: F) -> $read_mapped {
                this.shared().convert(|guard| real::$guard::downgrade_map(guard.0, |tracked| f(&tracked.value)))
            }

            pub fn try_downgrade_map<F: FnOnce(&T) -> Option<&V>, V: ?Sized>(this: Self, f: F) -> Result<$read_mapped, Self> {
                let read = this.try_convert(|guard| {
                    real::$guard::try_downgrade_map(guard.0, |tracked| f(&tracked.value)).map_err(Whole)
                })?;
                Ok(read.shared())
            }
        }
    };
}

downgrades!(['a, T: ?Sized] RwLockWriteGuard<'a, T>: RwLockMappedWriteGuard<'a, T>, RwLockReadGuard<'a, T>, RwLockReadGuard<'a, V>);
downgrades!([T: ?Sized] OwnedRwLockWriteGuard<T>: OwnedRwLockMappedWriteGuard<T>, OwnedRwLockReadGuard<T>, OwnedRwLockReadGuard<T, V>);

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
    [T: ?Sized, U: ?Sized] OwnedRwLockReadGuard<T, U>;
    [T: ?Sized] OwnedRwLockWriteGuard<T>;
    [T: ?Sized, U: ?Sized] OwnedRwLockMappedWriteGuard<T, U>;
}
