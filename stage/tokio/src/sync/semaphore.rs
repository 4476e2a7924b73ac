//! `tokio::sync::Semaphore`.

use std::fmt;
use std::future::Future;
use std::panic::Location;
use std::sync::{Arc, OnceLock};

use ::tokio::sync::{self as real, AcquireError, TryAcquireError};
use stage::{Share, TrackedResource};

use super::held::Held;

pub type SemaphorePermit<'a> = Held<real::SemaphorePermit<'a>, &'a Semaphore>;
pub type OwnedSemaphorePermit = Held<real::OwnedSemaphorePermit, Arc<Semaphore>>;

/// As [`tokio::sync::Semaphore`]; records who holds its permits.
pub struct Semaphore {
    resource: TrackedResource,
    /// Made of the permits on first use: a `static` cannot hold an `Arc`, which owned permits need.
    real: OnceLock<Arc<real::Semaphore>>,
    permits: usize,
}

impl Semaphore {
    pub const MAX_PERMITS: usize = real::Semaphore::MAX_PERMITS;

    #[track_caller]
    pub fn new(permits: usize) -> Self {
        Self::const_new(permits)
    }

    #[track_caller]
    pub const fn const_new(permits: usize) -> Self {
        assert!(permits <= Self::MAX_PERMITS, "more than MAX_PERMITS permits");
        Self {
            resource: TrackedResource::new("Semaphore"),
            real: OnceLock::new(),
            permits,
        }
    }

    fn real(&self) -> &Arc<real::Semaphore> {
        self.real.get_or_init(|| Arc::new(real::Semaphore::new(self.permits)))
    }

    pub fn available_permits(&self) -> usize {
        self.real().available_permits()
    }

    pub fn add_permits(&self, n: usize) {
        self.real().add_permits(n);
    }

    pub fn forget_permits(&self, n: usize) -> usize {
        self.real().forget_permits(n)
    }

    pub fn close(&self) {
        self.real().close();
    }

    pub fn is_closed(&self) -> bool {
        self.real().is_closed()
    }
}

impl fmt::Debug for Semaphore {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.real().fmt(formatter)
    }
}

/// The ways to acquire one permit, or `n` of them: by waiting asynchronously, by blocking, or by trying.
macro_rules! acquires {
    (
        ($($n:ident)?);
        $wait:ident, $wait_owned:ident, $block:ident, $block_owned:ident, $try:ident, $try_owned:ident
    ) => {
        impl Semaphore {
            #[track_caller]
            pub fn $wait(&self $(, $n: u32)?) -> impl Future<Output = Result<SemaphorePermit<'_>, AcquireError>> {
                let at = Location::caller();
                async move {
                    let permit = self.resource.wait(self.real().$wait($($n)?)).await?;
                    Ok(SemaphorePermit::acquired(permit, self, at))
                }
            }

            #[track_caller]
            pub fn $wait_owned(
                self: Arc<Self>
                $(, $n: u32)?
            ) -> impl Future<Output = Result<OwnedSemaphorePermit, AcquireError>> {
                let at = Location::caller();
                async move {
                    let semaphore = Arc::clone(self.real());
                    let permit = self.resource.wait(semaphore.$wait_owned($($n)?)).await?;
                    Ok(OwnedSemaphorePermit::acquired(permit, self, at))
                }
            }

            acquires!(at_once: ($($n)?), AcquireError; $block, $block_owned);
            acquires!(at_once: ($($n)?), TryAcquireError; $try, $try_owned);
        }
    };
    (at_once: ($($n:ident)?), $error:ty; $acquire:ident, $acquire_owned:ident) => {
        #[track_caller]
        pub fn $acquire(&self $(, $n: u32)?) -> Result<SemaphorePermit<'_>, $error> {
            let permit = self.real().$acquire($($n)?)?;
            Ok(SemaphorePermit::acquired(permit, self, Location::caller()))
        }

        #[track_caller]
        pub fn $acquire_owned(self: Arc<Self> $(, $n: u32)?) -> Result<OwnedSemaphorePermit, $error> {
            let permit = Arc::clone(self.real()).$acquire_owned($($n)?)?;
            Ok(OwnedSemaphorePermit::acquired(permit, self, Location::caller()))
        }
    };
}

acquires! {
    (); acquire, acquire_owned, blocking_acquire, blocking_acquire_owned, try_acquire, try_acquire_owned
}
acquires! {
    (n); acquire_many, acquire_many_owned, blocking_acquire_many, blocking_acquire_many_owned, try_acquire_many,
    try_acquire_many_owned
}

/// What the two kinds of permit have in common.
macro_rules! permit {
    ([$($generics:tt)*] $permit:ty: $guard:ty, $owner:ty, $semaphore:ty) => {
        impl<$($generics)*> $permit {
            fn acquired(guard: $guard, owner: $owner, at: &'static Location<'static>) -> Self {
                let hold = owner.resource.acquired(Share::Permits(guard.num_permits()), at);
                Held { hold, guard, owner }
            }

            pub fn forget(self) {
                self.guard.forget();
            }

            #[track_caller]
            pub fn merge(&mut self, other: Self) {
                self.guard.merge(other.guard);
                drop(other.hold);
                self.hold.change(Share::Permits(self.guard.num_permits()));
            }

            pub fn split(&mut self, n: usize) -> Option<Self> {
                let guard = self.guard.split(n)?;
                self.hold.change(Share::Permits(self.guard.num_permits()));
                let hold = self.hold.another(Share::Permits(n));
                let owner = self.owner.clone();
                Some(Held { hold, guard, owner })
            }

            pub fn semaphore(&self) -> &$semaphore {
                &self.owner
            }

            pub fn num_permits(&self) -> usize {
                self.guard.num_permits()
            }
        }
    };
}

permit!(['a] SemaphorePermit<'a>: real::SemaphorePermit<'a>, &'a Semaphore, Semaphore);
permit!([] OwnedSemaphorePermit: real::OwnedSemaphorePermit, Arc<Semaphore>, Arc<Semaphore>);
