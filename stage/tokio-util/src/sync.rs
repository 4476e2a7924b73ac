//! `tokio_util::sync`, whose `PollSemaphore` takes the stage's semaphore.

pub use ::tokio_util::sync::*;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use ::futures_core::Stream;
use stage_tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore, TryAcquireError};

type Acquire = Pin<Box<dyn Future<Output = Result<OwnedSemaphorePermit, AcquireError>> + Send + Sync>>;

pub struct PollSemaphore {
    semaphore: Arc<Semaphore>,
    /// The permits that are being acquired, and how many.
    acquire: Option<(u32, Acquire)>,
}

impl PollSemaphore {
    pub fn new(semaphore: Arc<Semaphore>) -> Self {
        let acquire = None;
        Self { semaphore, acquire }
    }

    pub fn close(&self) {
        self.semaphore.close();
    }

    pub fn clone_inner(&self) -> Arc<Semaphore> {
        self.semaphore.clone()
    }

    pub fn into_inner(self) -> Arc<Semaphore> {
        self.semaphore
    }

    pub fn poll_acquire(&mut self, context: &mut Context<'_>) -> Poll<Option<OwnedSemaphorePermit>> {
        self.poll_acquire_many(context, 1)
    }

    pub fn poll_acquire_many(&mut self, context: &mut Context<'_>, permits: u32) -> Poll<Option<OwnedSemaphorePermit>> {
        if self.acquire.as_ref().is_none_or(|(number, _)| *number != permits) {
            self.acquire = None;
            match self.semaphore.clone().try_acquire_many_owned(permits) {
                Ok(permit) => return Poll::Ready(Some(permit)),
                Err(TryAcquireError::Closed) => return Poll::Ready(None),
                Err(TryAcquireError::NoPermits) => {}
            }
        }
        let semaphore = &self.semaphore;
        let begin = || {
            (
                permits,
                Box::pin(semaphore.clone().acquire_many_owned(permits)) as Acquire,
            )
        };
        let (_, acquire) = self.acquire.get_or_insert_with(begin);
        let result = ready!(acquire.as_mut().poll(context));
        self.acquire = None;
        Poll::Ready(result.ok())
    }

    pub fn available_permits(&self) -> usize {
        self.semaphore.available_permits()
    }

    pub fn add_permits(&self, n: usize) {
        self.semaphore.add_permits(n);
    }
}

impl Stream for PollSemaphore {
    type Item = OwnedSemaphorePermit;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<OwnedSemaphorePermit>> {
        self.poll_acquire(context)
    }
}

impl Clone for PollSemaphore {
    fn clone(&self) -> Self {
        Self::new(self.clone_inner())
    }
}

impl fmt::Debug for PollSemaphore {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("PollSemaphore")
            .field("semaphore", &self.semaphore)
            .finish()
    }
}

impl AsRef<Semaphore> for PollSemaphore {
    fn as_ref(&self) -> &Semaphore {
        &self.semaphore
    }
}
