//! What the guards of all locks have in common.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use stage::{HoldGuard, Share, TrackedResource};

/// A guard of tokio's, and the note that it is held. `O` is what an owned guard keeps alive.
pub struct Held<G, O = ()> {
    // Noted before the guard wakes whoever waits for it.
    pub(super) hold: HoldGuard,
    pub(super) guard: G,
    pub(super) owner: O,
}

impl<G, O> Held<G, O> {
    /// Another guard for the same hold.
    pub(super) fn turn<H>(self, turn: impl FnOnce(G) -> H) -> Held<H, O> {
        Held {
            hold: self.hold,
            guard: turn(self.guard),
            owner: self.owner,
        }
    }

    /// Another guard for the same hold, which is shared from now on.
    pub(super) fn share<H>(mut self, turn: impl FnOnce(G) -> H) -> Held<H, O> {
        self.hold.change(Share::Shared);
        self.turn(turn)
    }

    /// Another guard for the same hold, or this one again.
    pub(super) fn try_turn<H>(self, turn: impl FnOnce(G) -> Result<H, G>) -> Result<Held<H, O>, Self> {
        let Self { hold, guard, owner } = self;
        match turn(guard) {
            Ok(guard) => Ok(Held { hold, guard, owner }),
            Err(guard) => Err(Held { hold, guard, owner }),
        }
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

/// A lock of tokio's, behind an `Arc` of its own: so it can lend owned guards.
///
/// It is made of a `V` when it is first used, since a `static` cannot hold an `Arc`. What it guards must have a size, which tokio
/// does not ask for.
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

    /// The lock, while nobody else can reach it: owned guards keep the facade alive, too.
    pub(super) fn get_mut(&mut self) -> &mut L {
        self.real();
        let lock = self.lock.get_mut().expect("it was made above");
        Arc::get_mut(lock).expect("no guard is out")
    }

    pub(super) fn into_real(self) -> L {
        self.real();
        let lock = self.lock.into_inner().expect("it was made above");
        Arc::into_inner(lock).expect("no guard is out")
    }
}
