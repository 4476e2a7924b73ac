//! The runtimes, whose futures the stage watches.

use std::future::Future;
use std::ops::Deref;
use std::panic::Location;
use std::sync::Arc;
use std::time::Duration;

use ::tokio::runtime::{LocalRuntime as LocalInner, Runtime as Inner, Runtime as Pool};
use ::tokio::time::Instant;
use stage::{Clock, LocalLane, MainLane, clock};

use super::background::Background;
use super::handle::Handle;
use crate::join_handle::JoinHandle;

/// What the two runtimes have in common; they differ in how they spawn.
macro_rules! runtime {
    ($name:ident, $inner:ident, $shared:ty) => {
        #[doc = concat!("As [`tokio::runtime::", stringify!($name), "`]; it dereferences to that for all that does not drive or spawn.")]
        #[derive(Debug)]
        pub struct $name {
            /// `None` after a shutdown.
            inner: Option<$shared>,
            handle: Handle,
            /// The runtime on whose threads closures run; `None` on the real clock.
            pool: Option<Pool>,
            /// Whether the listing enabled time. Without timers, deadlocks cannot be detected.
            has_timers: bool,
            /// What drives it while no `block_on` does, if it has threads of its own.
            background: Option<Arc<Background>>,
        }

        impl $name {
            pub(super) fn new_on(inner: $inner, pool: Option<Pool>, has_timers: bool) -> Self {
                let handle = Handle::from(inner.handle());
                if let Some(pool) = &pool {
                    stage::set_pool(handle.id(), pool.handle().clone());
                }
                let inner = Some(<$shared>::from(inner));
                Self { inner, handle, pool, has_timers, background: None }
            }

            fn real(&self) -> &$inner {
                self.inner.as_ref().expect("there was no shutdown")
            }

            pub fn handle(&self) -> &Handle {
                &self.handle
            }

            /// Runs a future to completion; on the virtual clock, reports a deadlock if it cannot complete.
            #[track_caller]
            pub fn block_on<F: Future>(&self, future: F) -> F::Output {
                let main = MainLane::main(future, Location::caller());
                if clock() == Clock::Real {
                    return self.real().block_on(main);
                }
                if let Some(background) = &self.background && stage::blocks_in_place() {
                    background.start();
                    let _context = self.real().enter();
                    let result = stage::block_beside(main);
                    background.pause();
                    background.go_on();
                    return result;
                }
                let _paused = Paused::new(self.background.as_ref());
                self.real().block_on(stage::run_main(main, self.has_timers))
            }

            #[track_caller]
            pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R>
            where
                F: FnOnce() -> R + Send + 'static,
                R: Send + 'static,
            {
                self.handle.spawn_blocking(func)
            }

            pub fn shutdown_timeout(mut self, duration: Duration) {
                self.close().shutdown_timeout(duration);
                if self.pool.is_some() && stage::has_closures() {
                    let _context = self.handle.enter();
                    stage::finish(Some(Instant::now() + duration));
                }
                if let Some(pool) = self.close_pool() {
                    pool.shutdown_background();
                }
            }

            pub fn shutdown_background(mut self) {
                self.close().shutdown_background();
                if let Some(pool) = self.close_pool() {
                    pool.shutdown_background();
                }
            }

            fn close(&mut self) -> $inner {
                let inner = self.inner.take().expect("this is the first shutdown");
                if let Some(background) = self.background.take() {
                    background.end(self.handle.id());
                }
                inner.own()
            }

            fn close_pool(&mut self) -> Option<Pool> {
                stage::remove_pool(self.handle.id());
                self.pool.take()
            }
        }

        impl Drop for $name {
            /// As Tokio's: drops the tasks, then waits for the closures given to `spawn_blocking`.
            fn drop(&mut self) {
                if self.inner.is_none() {
                    return;
                }
                drop(self.close());
                if self.pool.is_some() && stage::has_closures() {
                    let _context = self.handle.enter();
                    stage::finish(None);
                }
                drop(self.close_pool());
            }
        }

        impl Deref for $name {
            type Target = $inner;

            fn deref(&self) -> &$inner {
                self.real()
            }
        }
    };
}

runtime!(Runtime, Inner, Arc<Inner>);
runtime!(LocalRuntime, LocalInner, Box<LocalInner>);

/// A `block_on`, during which nothing else drives the runtime.
struct Paused<'r>(Option<&'r Arc<Background>>);

impl<'r> Paused<'r> {
    fn new(background: Option<&'r Arc<Background>>) -> Self {
        if let Some(background) = background {
            background.pause();
        }
        Self(background)
    }
}

impl Drop for Paused<'_> {
    fn drop(&mut self) {
        if let Some(background) = self.0 {
            background.go_on();
        }
    }
}

/// What only one owner is left of.
trait Own<T> {
    fn own(self) -> T;
}

impl<T> Own<T> for Box<T> {
    fn own(self) -> T {
        *self
    }
}

impl<T> Own<T> for Arc<T> {
    fn own(mut self) -> T {
        loop {
            // The thread that drove it lets go of it soon.
            match Arc::try_unwrap(self) {
                Ok(inner) => return inner,
                Err(shared) => self = shared,
            }
            std::thread::yield_now();
        }
    }
}

impl Runtime {
    /// Lets tasks run outside of `block_on`, too, as in a runtime of several threads.
    pub(super) fn with_background(mut self) -> Self {
        let inner = self.inner.as_ref().expect("it is new");
        self.background = Some(Background::new(inner, self.has_timers));
        self
    }

    #[track_caller]
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.handle.spawn(future)
    }
}

impl LocalRuntime {
    #[track_caller]
    pub fn spawn_local<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + 'static,
        F::Output: 'static,
    {
        let lane = LocalLane::local(future, Location::caller());
        JoinHandle::of(lane, |lane| self.real().spawn_local(lane))
    }
}
