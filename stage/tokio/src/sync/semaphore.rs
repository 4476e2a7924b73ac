//! `tokio::sync::Semaphore`.

use std::future::Future;
use std::panic::Location;
use std::sync::Arc;

use ::tokio::sync::{self as real, AcquireError, TryAcquireError};
use stage::{HoldGuard, Share, TrackedResource};

/// As [`tokio::sync::Semaphore`]; it is noted who holds its permits.
#[derive(Debug)]
pub struct Semaphore {
    resource: TrackedResource,
    real: real::Semaphore,
}

/// As [`tokio::sync::SemaphorePermit`].
#[derive(Debug)]
pub struct SemaphorePermit<'a> {
    hold: HoldGuard,
    semaphore: &'a Semaphore,
    real: real::SemaphorePermit<'a>,
}

/// As [`tokio::sync::OwnedSemaphorePermit`].
#[derive(Debug)]
pub struct OwnedSemaphorePermit {
    hold: HoldGuard,
    semaphore: Arc<Semaphore>,
    permits: usize,
}

impl Semaphore {
    /// As tokio's.
    pub const MAX_PERMITS: usize = real::Semaphore::MAX_PERMITS;

    /// As tokio's.
    #[track_caller]
    pub fn new(permits: usize) -> Self {
        Self::const_new(permits)
    }

    /// As tokio's.
    #[track_caller]
    pub const fn const_new(permits: usize) -> Self {
        Self {
            resource: TrackedResource::new("Semaphore"),
            real: real::Semaphore::const_new(permits),
        }
    }

    fn lent<'a>(&'a self, real: real::SemaphorePermit<'a>, at: &'static Location<'static>) -> SemaphorePermit<'a> {
        let permits = Share::Permits(real.num_permits());
        SemaphorePermit {
            hold: self.resource.acquired(permits, at),
            semaphore: self,
            real,
        }
    }

    fn owned(self: Arc<Self>, permits: usize, at: &'static Location<'static>) -> OwnedSemaphorePermit {
        OwnedSemaphorePermit {
            hold: self.resource.acquired(Share::Permits(permits), at),
            semaphore: self,
            permits,
        }
    }

    /// As tokio's.
    pub fn available_permits(&self) -> usize {
        self.real.available_permits()
    }

    /// As tokio's.
    pub fn add_permits(&self, n: usize) {
        self.real.add_permits(n);
    }

    /// As tokio's.
    pub fn forget_permits(&self, n: usize) -> usize {
        self.real.forget_permits(n)
    }

    /// As tokio's.
    pub fn close(&self) {
        self.real.close();
    }

    /// As tokio's.
    pub fn is_closed(&self) -> bool {
        self.real.is_closed()
    }

    /// As tokio's.
    #[track_caller]
    pub fn acquire(&self) -> impl Future<Output = Result<SemaphorePermit<'_>, AcquireError>> {
        let at = Location::caller();
        async move { Ok(self.lent(self.resource.wait(self.real.acquire()).await?, at)) }
    }

    /// As tokio's.
    #[track_caller]
    pub fn acquire_many(&self, n: u32) -> impl Future<Output = Result<SemaphorePermit<'_>, AcquireError>> {
        let at = Location::caller();
        async move { Ok(self.lent(self.resource.wait(self.real.acquire_many(n)).await?, at)) }
    }

    /// As tokio's.
    #[track_caller]
    pub fn acquire_owned(self: Arc<Self>) -> impl Future<Output = Result<OwnedSemaphorePermit, AcquireError>> {
        let at = Location::caller();
        async move {
            // An owned permit gives back by number: what is borrowed here need not come back by itself.
            self.resource.wait(self.real.acquire()).await?.forget();
            Ok(self.owned(1, at))
        }
    }

    /// As tokio's.
    #[track_caller]
    pub fn acquire_many_owned(
        self: Arc<Self>,
        n: u32,
    ) -> impl Future<Output = Result<OwnedSemaphorePermit, AcquireError>> {
        let at = Location::caller();
        async move {
            self.resource.wait(self.real.acquire_many(n)).await?.forget();
            Ok(self.owned(n as usize, at))
        }
    }

    /// As tokio's.
    ///
    /// # Errors
    /// There is no permit, or the semaphore is closed.
    #[track_caller]
    pub fn try_acquire(&self) -> Result<SemaphorePermit<'_>, TryAcquireError> {
        Ok(self.lent(self.real.try_acquire()?, Location::caller()))
    }

    /// As tokio's.
    ///
    /// # Errors
    /// There are not so many permits, or the semaphore is closed.
    #[track_caller]
    pub fn try_acquire_many(&self, n: u32) -> Result<SemaphorePermit<'_>, TryAcquireError> {
        Ok(self.lent(self.real.try_acquire_many(n)?, Location::caller()))
    }

    /// As tokio's.
    ///
    /// # Errors
    /// There is no permit, or the semaphore is closed.
    #[track_caller]
    pub fn try_acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, TryAcquireError> {
        self.real.try_acquire()?.forget();
        Ok(self.owned(1, Location::caller()))
    }

    /// As tokio's.
    ///
    /// # Errors
    /// There are not so many permits, or the semaphore is closed.
    #[track_caller]
    pub fn try_acquire_many_owned(self: Arc<Self>, n: u32) -> Result<OwnedSemaphorePermit, TryAcquireError> {
        self.real.try_acquire_many(n)?.forget();
        Ok(self.owned(n as usize, Location::caller()))
    }

    /// As tokio's.
    ///
    /// # Errors
    /// The semaphore is closed.
    #[track_caller]
    pub fn blocking_acquire(&self) -> Result<SemaphorePermit<'_>, AcquireError> {
        Ok(self.lent(self.real.blocking_acquire()?, Location::caller()))
    }

    /// As tokio's.
    ///
    /// # Errors
    /// The semaphore is closed.
    #[track_caller]
    pub fn blocking_acquire_many(&self, n: u32) -> Result<SemaphorePermit<'_>, AcquireError> {
        Ok(self.lent(self.real.blocking_acquire_many(n)?, Location::caller()))
    }

    /// As tokio's.
    ///
    /// # Errors
    /// The semaphore is closed.
    #[track_caller]
    pub fn blocking_acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, AcquireError> {
        self.real.blocking_acquire()?.forget();
        Ok(self.owned(1, Location::caller()))
    }

    /// As tokio's.
    ///
    /// # Errors
    /// The semaphore is closed.
    #[track_caller]
    pub fn blocking_acquire_many_owned(self: Arc<Self>, n: u32) -> Result<OwnedSemaphorePermit, AcquireError> {
        self.real.blocking_acquire_many(n)?.forget();
        Ok(self.owned(n as usize, Location::caller()))
    }
}

impl<'a> SemaphorePermit<'a> {
    /// As tokio's.
    pub fn forget(self) {
        self.real.forget();
    }

    /// As tokio's.
    ///
    /// # Panics
    /// The permits are of two semaphores.
    #[track_caller]
    pub fn merge(&mut self, other: Self) {
        self.real.merge(other.real);
        drop(other.hold);
        self.hold.change(Share::Permits(self.real.num_permits()));
    }

    /// As tokio's.
    pub fn split(&mut self, n: usize) -> Option<Self> {
        let real = self.real.split(n)?;
        self.hold.change(Share::Permits(self.real.num_permits()));
        let hold = self.hold.another(Share::Permits(n));
        let semaphore = self.semaphore;
        Some(Self { hold, semaphore, real })
    }

    /// As tokio's.
    pub fn semaphore(&self) -> &Semaphore {
        self.semaphore
    }

    /// As tokio's.
    pub fn num_permits(&self) -> usize {
        self.real.num_permits()
    }
}

impl OwnedSemaphorePermit {
    /// As tokio's.
    pub fn forget(mut self) {
        self.permits = 0;
    }

    /// As tokio's.
    ///
    /// # Panics
    /// The permits are of two semaphores.
    #[track_caller]
    pub fn merge(&mut self, mut other: Self) {
        assert!(
            Arc::ptr_eq(&self.semaphore, &other.semaphore),
            "merging permits from different semaphore instances"
        );
        self.permits += std::mem::take(&mut other.permits);
        drop(other);
        self.hold.change(Share::Permits(self.permits));
    }

    /// As tokio's.
    pub fn split(&mut self, n: usize) -> Option<Self> {
        self.permits = self.permits.checked_sub(n)?;
        self.hold.change(Share::Permits(self.permits));
        Some(Self {
            hold: self.hold.another(Share::Permits(n)),
            semaphore: Arc::clone(&self.semaphore),
            permits: n,
        })
    }

    /// As tokio's.
    pub fn semaphore(&self) -> &Arc<Semaphore> {
        &self.semaphore
    }

    /// As tokio's.
    pub fn num_permits(&self) -> usize {
        self.permits
    }
}

impl Drop for OwnedSemaphorePermit {
    fn drop(&mut self) {
        self.semaphore.real.add_permits(self.permits);
    }
}
