//! Who holds what: a lock or permits, from when they are acquired until they are released.

use std::collections::HashMap;
use std::future::{Future, poll_fn};
use std::panic::Location;
use std::pin::pin;
use std::sync::{LazyLock, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::current::{acquiring, running};
use crate::event::{HoldId, ResourceId, Share};
use crate::mode::{Clock, clock, is_recorded};
use crate::registry;

/// A lock or a semaphore of the listing, whose holders are recorded.
#[derive(Debug)]
pub struct TrackedResource {
    kind: &'static str,
    made_at: &'static Location<'static>,
    /// Set on first use: a `static` is made before anything runs.
    id: OnceLock<ResourceId>,
}

impl TrackedResource {
    /// A resource of this kind, such as `Mutex`, made by the caller's caller.
    #[track_caller]
    pub const fn new(kind: &'static str) -> Self {
        Self {
            kind,
            made_at: Location::caller(),
            id: OnceLock::new(),
        }
    }

    fn id(&self) -> ResourceId {
        *self.id.get_or_init(|| registry::resource(self.kind, self.made_at))
    }

    /// Runs a future that acquires this.
    pub async fn wait<F: Future>(&self, future: F) -> F::Output {
        if clock() == Clock::Real {
            return future.await;
        }
        let id = self.id();
        let mut future = pin!(future);
        poll_fn(|context| acquiring(id, || future.as_mut().poll(context))).await
    }

    /// Records that the running lane has acquired this, in the call at `at`.
    pub fn acquired(&self, share: Share, at: &'static Location<'static>) -> HoldGuard {
        // Outside of async code there is no lane to name.
        let is_recorded = clock() == Clock::Virtual && running().is_some();
        HoldGuard::begin(is_recorded.then(|| self.id()), share, at)
    }
}

/// Which lock was last acquired at an address. Who waits for a lock cannot look into it; but while somebody waits, somebody else has
/// acquired it, and it stays where it is.
static LOCKS: LazyLock<Mutex<HashMap<usize, ResourceId>>> = LazyLock::new(Mutex::default);

fn locks() -> MutexGuard<'static, HashMap<usize, ResourceId>> {
    LOCKS.lock().unwrap_or_else(PoisonError::into_inner)
}

impl TrackedResource {
    /// As [`TrackedResource::acquired`], for a lock at this address, inside of which this is.
    pub fn acquired_at(&self, address: usize, share: Share, at: &'static Location<'static>) -> HoldGuard {
        if clock() == Clock::Virtual && is_recorded() {
            let id = self.id();
            locks().insert(address, id);
        }
        self.acquired(share, at)
    }
}

/// Runs a future that acquires the lock at this address.
pub async fn wait_for_lock<F: Future>(address: usize, future: F) -> F::Output {
    if clock() == Clock::Real || !is_recorded() {
        return future.await;
    }
    let mut future = pin!(future);
    poll_fn(|context| {
        let lock = locks().get(&address).copied();
        match lock {
            Some(lock) => acquiring(lock, || future.as_mut().poll(context)),
            None => future.as_mut().poll(context),
        }
    })
    .await
}

/// A lock or permits that are held until this is dropped.
#[derive(Debug)]
pub struct HoldGuard {
    id: Option<(HoldId, ResourceId)>,
    at: &'static Location<'static>,
}

impl HoldGuard {
    fn begin(resource: Option<ResourceId>, share: Share, at: &'static Location<'static>) -> Self {
        let id = resource.map(|resource| (registry::acquired(resource, running(), share, at), resource));
        Self { id, at }
    }

    /// Changes how it is held from now on.
    pub fn change(&mut self, share: Share) {
        let (resource, at) = (self.id.map(|(_, resource)| resource), self.at);
        // Release first, then acquire again.
        *self = Self { id: None, at };
        *self = Self::begin(resource, share, at);
    }

    /// Another hold on the same resource, as when permits are split.
    pub fn another(&self, share: Share) -> Self {
        Self::begin(self.id.map(|(_, resource)| resource), share, self.at)
    }
}

impl Drop for HoldGuard {
    fn drop(&mut self) {
        if let Some((id, _)) = self.id {
            registry::released(id, running());
        }
    }
}
