//! `tokio::sync::RwLock`.

use std::fmt;
use std::future::Future;
use std::panic::Location;
use std::sync::Arc;

use ::tokio::sync::{self as real, TryLockError};
use stage::{Share, TrackedResource};

use super::held::{Held, Lock};

/// As [`tokio::sync::RwLockReadGuard`].
pub type RwLockReadGuard<'a, T> = Held<real::RwLockReadGuard<'a, T>>;
/// As [`tokio::sync::RwLockWriteGuard`].
pub type RwLockWriteGuard<'a, T> = Held<real::RwLockWriteGuard<'a, T>>;
/// As [`tokio::sync::RwLockMappedWriteGuard`].
pub type RwLockMappedWriteGuard<'a, T> = Held<real::RwLockMappedWriteGuard<'a, T>>;
/// As [`tokio::sync::OwnedRwLockReadGuard`].
pub type OwnedRwLockReadGuard<T, U = T> = Held<real::OwnedRwLockReadGuard<T, U>, Arc<RwLock<T>>>;
/// As [`tokio::sync::OwnedRwLockWriteGuard`].
pub type OwnedRwLockWriteGuard<T> = Held<real::OwnedRwLockWriteGuard<T>, Arc<RwLock<T>>>;
/// As [`tokio::sync::OwnedRwLockMappedWriteGuard`].
pub type OwnedRwLockMappedWriteGuard<T, U = T> = Held<real::OwnedRwLockMappedWriteGuard<T, U>, Arc<RwLock<T>>>;

/// As [`tokio::sync::RwLock`]; it is noted who holds it.
pub struct RwLock<T>(Lock<real::RwLock<T>, (T, Option<u32>)>);

fn make<T>((value, max_reads): (T, Option<u32>)) -> real::RwLock<T> {
    match max_reads {
        Some(max_reads) => real::RwLock::with_max_readers(value, max_reads),
        None => real::RwLock::new(value),
    }
}

impl<T> RwLock<T> {
    /// As tokio's.
    #[track_caller]
    pub fn new(value: T) -> Self {
        Self::const_new(value)
    }

    /// As tokio's.
    #[track_caller]
    pub const fn const_new(value: T) -> Self {
        Self(Lock::new(TrackedResource::new("RwLock"), (value, None), make))
    }

    /// As tokio's.
    #[track_caller]
    pub fn with_max_readers(value: T, max_reads: u32) -> Self {
        Self::const_with_max_readers(value, max_reads)
    }

    /// As tokio's.
    #[track_caller]
    pub const fn const_with_max_readers(value: T, max_reads: u32) -> Self {
        Self(Lock::new(
            TrackedResource::new("RwLock"),
            (value, Some(max_reads)),
            make,
        ))
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

/// The ways to lock it, for one of its two sides.
macro_rules! lock {
    (
        $share:ident, $guard:ident, $owned:ident;
        $wait:ident, $wait_owned:ident, $block:ident, $try:ident, $try_owned:ident
    ) => {
        impl<T> RwLock<T> {
            /// As tokio's.
            #[track_caller]
            pub fn $wait(&self) -> impl Future<Output = $guard<'_, T>> {
                let at = Location::caller();
                async move {
                    let guard = self.0.resource.wait(self.0.real().$wait()).await;
                    Held {
                        hold: self.0.resource.acquired(Share::$share, at),
                        guard,
                        owner: (),
                    }
                }
            }

            /// As tokio's.
            #[track_caller]
            pub fn $wait_owned(self: Arc<Self>) -> impl Future<Output = $owned<T>> {
                let at = Location::caller();
                async move {
                    let guard = self
                        .0
                        .resource
                        .wait(Arc::clone(self.0.real()).$wait_owned())
                        .await;
                    Held {
                        hold: self.0.resource.acquired(Share::$share, at),
                        guard,
                        owner: self,
                    }
                }
            }

            /// As tokio's.
            #[track_caller]
            pub fn $block(&self) -> $guard<'_, T> {
                let guard = self.0.real().$block();
                Held {
                    hold: self.0.resource.acquired(Share::$share, Location::caller()),
                    guard,
                    owner: (),
                }
            }

            /// As tokio's.
            ///
            /// # Errors
            /// It cannot be locked now.
            #[track_caller]
            pub fn $try(&self) -> Result<$guard<'_, T>, TryLockError> {
                let guard = self.0.real().$try()?;
                Ok(Held {
                    hold: self.0.resource.acquired(Share::$share, Location::caller()),
                    guard,
                    owner: (),
                })
            }

            /// As tokio's.
            ///
            /// # Errors
            /// It cannot be locked now.
            #[track_caller]
            pub fn $try_owned(self: Arc<Self>) -> Result<$owned<T>, TryLockError> {
                let guard = Arc::clone(self.0.real()).$try_owned()?;
                Ok(Held {
                    hold: self.0.resource.acquired(Share::$share, Location::caller()),
                    guard,
                    owner: self,
                })
            }
        }
    };
}

lock!(Shared, RwLockReadGuard, OwnedRwLockReadGuard; read, read_owned, blocking_read, try_read, try_read_owned);
lock!(Alone, RwLockWriteGuard, OwnedRwLockWriteGuard; write, write_owned, blocking_write, try_write, try_write_owned);

impl<T> From<T> for RwLock<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Default> Default for RwLock<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.real().fmt(formatter)
    }
}

/// `map` and `try_map`, from one guard to another; `turn` keeps how it is held, `share` makes it shared.
macro_rules! map {
    (
        [$($life:tt)*] $guard:ident<$($own:tt),+>, $real:ident, $how:ident: $map:ident, $try_map:ident
        ($($reference:tt)+) -> $target:ident<$($keep:tt),*>
    ) => {
        impl<$($life)*> $guard<$($own),+> {
            /// As tokio's.
            pub fn $map<F, V: ?Sized>(this: Self, f: F) -> $target<$($keep,)* V>
            where
                F: FnOnce($($reference)+ map!(@last $($own),+)) -> $($reference)+ V,
            {
                this.$how(|guard| real::$real::$map(guard, f))
            }

            /// As tokio's.
            ///
            /// # Errors
            /// The closure gave `None`.
            pub fn $try_map<F, V: ?Sized>(this: Self, f: F) -> Result<$target<$($keep,)* V>, Self>
            where
                F: FnOnce($($reference)+ map!(@last $($own),+)) -> Option<$($reference)+ V>,
            {
                this.try_turn(|guard| real::$real::$try_map(guard, f))
            }
        }
    };
    (@last $only:tt) => { $only };
    (@last $first:tt, $($rest:tt),+) => { map!(@last $($rest),+) };
}

map!(['a, T: ?Sized] RwLockReadGuard<'a, T>, RwLockReadGuard, turn: map, try_map(&) -> RwLockReadGuard<'a>);
map!(['a, T: ?Sized] RwLockWriteGuard<'a, T>, RwLockWriteGuard, turn: map, try_map(&mut) -> RwLockMappedWriteGuard<'a>);
map!(['a, T: ?Sized] RwLockMappedWriteGuard<'a, T>, RwLockMappedWriteGuard, turn: map, try_map(&mut) -> RwLockMappedWriteGuard<'a>);
map!([T, U: ?Sized] OwnedRwLockReadGuard<T, U>, OwnedRwLockReadGuard, turn: map, try_map(&) -> OwnedRwLockReadGuard<T>);
map!([T] OwnedRwLockWriteGuard<T>, OwnedRwLockWriteGuard, turn: map, try_map(&mut) -> OwnedRwLockMappedWriteGuard<T>);
map!([T, U: ?Sized] OwnedRwLockMappedWriteGuard<T, U>, OwnedRwLockMappedWriteGuard, turn: map, try_map(&mut) -> OwnedRwLockMappedWriteGuard<T>);

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    /// As tokio's.
    pub fn into_mapped(this: Self) -> RwLockMappedWriteGuard<'a, T> {
        this.turn(real::RwLockWriteGuard::into_mapped)
    }

    /// As tokio's.
    pub fn downgrade(self) -> RwLockReadGuard<'a, T> {
        self.share(real::RwLockWriteGuard::downgrade)
    }

    /// As tokio's.
    pub fn downgrade_map<F: FnOnce(&T) -> &U, U: ?Sized>(this: Self, f: F) -> RwLockReadGuard<'a, U> {
        this.share(|guard| real::RwLockWriteGuard::downgrade_map(guard, f))
    }

    /// As tokio's.
    ///
    /// # Errors
    /// The closure gave `None`.
    pub fn try_downgrade_map<F, U: ?Sized>(this: Self, f: F) -> Result<RwLockReadGuard<'a, U>, Self>
    where
        F: FnOnce(&T) -> Option<&U>,
    {
        let mut shared = this.try_turn(|guard| real::RwLockWriteGuard::try_downgrade_map(guard, f))?;
        shared.hold.change(Share::Shared);
        Ok(shared)
    }
}

impl<T> OwnedRwLockWriteGuard<T> {
    /// As tokio's.
    pub fn into_mapped(this: Self) -> OwnedRwLockMappedWriteGuard<T> {
        this.turn(real::OwnedRwLockWriteGuard::into_mapped)
    }

    /// As tokio's.
    pub fn downgrade(self) -> OwnedRwLockReadGuard<T> {
        self.share(real::OwnedRwLockWriteGuard::downgrade)
    }

    /// As tokio's.
    pub fn downgrade_map<F: FnOnce(&T) -> &U, U: ?Sized>(this: Self, f: F) -> OwnedRwLockReadGuard<T, U> {
        this.share(|guard| real::OwnedRwLockWriteGuard::downgrade_map(guard, f))
    }

    /// As tokio's.
    ///
    /// # Errors
    /// The closure gave `None`.
    pub fn try_downgrade_map<F, U: ?Sized>(this: Self, f: F) -> Result<OwnedRwLockReadGuard<T, U>, Self>
    where
        F: FnOnce(&T) -> Option<&U>,
    {
        let mut shared = this.try_turn(|guard| real::OwnedRwLockWriteGuard::try_downgrade_map(guard, f))?;
        shared.hold.change(Share::Shared);
        Ok(shared)
    }
}

impl<T, U: ?Sized> OwnedRwLockReadGuard<T, U> {
    /// As tokio's.
    pub fn rwlock(this: &Self) -> &Arc<RwLock<T>> {
        &this.owner
    }
}

impl<T> OwnedRwLockWriteGuard<T> {
    /// As tokio's.
    pub fn rwlock(this: &Self) -> &Arc<RwLock<T>> {
        &this.owner
    }
}

impl<T, U: ?Sized> OwnedRwLockMappedWriteGuard<T, U> {
    /// As tokio's.
    pub fn rwlock(this: &Self) -> &Arc<RwLock<T>> {
        &this.owner
    }
}
