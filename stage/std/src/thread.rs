//! `std::thread`, whose threads are lanes that take turns on the virtual clock.

pub use ::std::thread::*;

use ::stage::BlockingLane;
use ::std::io;
use ::std::panic::Location;
use ::std::sync::{Mutex, MutexGuard, PoisonError};
use ::std::thread as real;
use ::std::time::Duration;

/// As [`std::thread::sleep`]; on the virtual clock it blocks the thread for `duration` of virtual time, in async code and where a
/// runtime is driven meanwhile.
#[track_caller]
pub fn sleep(duration: Duration) {
    ::stage::block_thread(duration);
}

/// As [`std::thread::spawn`].
#[track_caller]
pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let lane = BlockingLane::thread(f, Location::caller());
    let key = lane.key();
    let inner = real::spawn(|| lane.run());
    JoinHandle { inner, key }
}

/// As [`std::thread::scope`].
#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    real::scope(|inner| {
        let keys = Mutex::default();
        // Never freed: it must live as long as the original, which is not known here.
        let scope: &Scope<'_, '_> = Box::leak(Box::new(Scope { inner, keys }));
        let result = f(scope);
        let keys = ::std::mem::take(&mut *lock(&scope.keys));
        keys.into_iter().for_each(::stage::wait_for_thread);
        result
    })
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// As [`std::thread::Scope`].
#[derive(Debug)]
pub struct Scope<'scope, 'env: 'scope> {
    inner: &'scope real::Scope<'scope, 'env>,
    keys: Mutex<Vec<u64>>,
}

impl<'scope, 'env> Scope<'scope, 'env> {
    /// As [`std::thread::Scope::spawn`].
    #[track_caller]
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let lane = BlockingLane::thread(f, Location::caller());
        let key = lane.key();
        lock(&self.keys).push(key);
        let inner = self.inner.spawn(|| lane.run());
        ScopedJoinHandle { inner, key }
    }
}

/// As [`std::thread::Builder`].
#[derive(Debug)]
#[must_use = "must eventually spawn the thread"]
pub struct Builder(real::Builder);

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

impl Builder {
    /// As [`std::thread::Builder::new`].
    pub fn new() -> Self {
        Self(real::Builder::new())
    }

    /// As [`std::thread::Builder::name`].
    pub fn name(self, name: String) -> Self {
        Self(self.0.name(name))
    }

    /// As [`std::thread::Builder::stack_size`].
    pub fn stack_size(self, size: usize) -> Self {
        Self(self.0.stack_size(size))
    }

    /// As [`std::thread::Builder::spawn`].
    #[track_caller]
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let lane = BlockingLane::thread(f, Location::caller());
        let key = lane.key();
        let inner = self.0.spawn(|| lane.run())?;
        Ok(JoinHandle { inner, key })
    }

    /// As [`std::thread::Builder::spawn_scoped`].
    #[track_caller]
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        f: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let lane = BlockingLane::thread(f, Location::caller());
        let key = lane.key();
        lock(&scope.keys).push(key);
        let inner = self.0.spawn_scoped(scope.inner, || lane.run())?;
        Ok(ScopedJoinHandle { inner, key })
    }
}

/// The handles, which differ in their originals.
macro_rules! handle {
    ($name:ident<$($lifetime:lifetime,)? T>: $inner:ty) => {
        #[doc = concat!("As [`std::thread::", stringify!($name), "`].")]
        pub struct $name<$($lifetime,)? T> {
            inner: $inner,
            /// The thread's number.
            key: u64,
        }

        impl<$($lifetime,)? T> $name<$($lifetime,)? T> {
            /// As the original's.
            pub fn join(self) -> Result<T> {
                ::stage::wait_for_thread(self.key);
                self.inner.join()
            }

            /// As the original's.
            pub fn thread(&self) -> &Thread {
                self.inner.thread()
            }

            /// As the original's.
            pub fn is_finished(&self) -> bool {
                self.inner.is_finished()
            }
        }

        impl<$($lifetime,)? T> ::std::fmt::Debug for $name<$($lifetime,)? T> {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.inner.fmt(formatter)
            }
        }
    };
}

handle!(JoinHandle<T>: real::JoinHandle<T>);
handle!(ScopedJoinHandle<'scope, T>: real::ScopedJoinHandle<'scope, T>);
