//! What the guards and permits of all locks and semaphores have in common.

use std::fmt;
use std::ops::{Deref, DerefMut};

use stage::{HoldGuard, Share};

/// A guard of Tokio's, and the record that it is held. `O` is what the guard keeps alive.
pub struct Held<G, O = ()> {
    // Dropped first: the release is recorded before the guard wakes a waiter.
    pub(super) hold: HoldGuard,
    pub(super) guard: G,
    pub(super) owner: O,
}

impl<G, O> Held<G, O> {
    /// Another guard for the same hold.
    pub(super) fn convert<H>(self, convert: impl FnOnce(G) -> H) -> Held<H, O> {
        Held {
            hold: self.hold,
            guard: convert(self.guard),
            owner: self.owner,
        }
    }

    /// Another guard for the same hold, or this one again.
    pub(super) fn try_convert<H>(self, convert: impl FnOnce(G) -> Result<H, G>) -> Result<Held<H, O>, Self> {
        let Self { hold, guard, owner } = self;
        match convert(guard) {
            Ok(guard) => Ok(Held { hold, guard, owner }),
            Err(guard) => Err(Held { hold, guard, owner }),
        }
    }

    /// The same, shared from now on.
    pub(super) fn shared(mut self) -> Self {
        self.hold.change(Share::Shared);
        self
    }
}

impl<G: Deref, O> Deref for Held<G, O> {
    type Target = G::Target;

    fn deref(&self) -> &G::Target {
        &self.guard
    }
}

impl<G: DerefMut, O> DerefMut for Held<G, O> {
    fn deref_mut(&mut self) -> &mut G::Target {
        &mut self.guard
    }
}

impl<G: fmt::Debug, O> fmt::Debug for Held<G, O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.guard.fmt(formatter)
    }
}

impl<G: fmt::Display, O> fmt::Display for Held<G, O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.guard.fmt(formatter)
    }
}

/// `map` and `try_map`, from one guard to another. The caller names their parameters: `F` is the closure, `V` what it returns.
macro_rules! maps {
    ([$($generics:tt)*] $guard:ident<$($argument:tt),*>: [$($parameter:tt)*] $from:ty => $to:ty, $mapped:ty) => {
        impl<$($generics)*> $guard<$($argument),*> {
            pub fn map<$($parameter)*>(this: Self, f: F) -> $mapped
            where
                F: FnOnce($from) -> $to,
            {
                this.convert(|guard| real::$guard::map(guard, f))
            }

            pub fn try_map<$($parameter)*>(this: Self, f: F) -> Result<$mapped, Self>
            where
                F: FnOnce($from) -> Option<$to>,
            {
                this.try_convert(|guard| real::$guard::try_map(guard, f))
            }
        }
    };
}
pub(super) use maps;

/// As `maps`, from the guard of a whole `Tracked`, whose value the closure gets.
macro_rules! maps_value {
    ([$($generics:tt)*] $guard:ident<$($argument:tt),*>: [$($parameter:tt)*] $mapped:ty) => {
        impl<$($generics)*> $guard<$($argument),*> {
            pub fn map<$($parameter)*>(this: Self, f: F) -> $mapped
            where
                F: FnOnce(&mut T) -> &mut V,
            {
                this.convert(|guard| real::$guard::map(guard.0, |tracked| f(&mut tracked.value)))
            }

            pub fn try_map<$($parameter)*>(this: Self, f: F) -> Result<$mapped, Self>
            where
                F: FnOnce(&mut T) -> Option<&mut V>,
            {
                this.try_convert(|guard| real::$guard::try_map(guard.0, |tracked| f(&mut tracked.value)).map_err(Whole))
            }
        }
    };
}
pub(super) use maps_value;
