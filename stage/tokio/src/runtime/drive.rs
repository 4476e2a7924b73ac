//! The runtimes, whose futures the stage watches.

use std::future::Future;
use std::ops::Deref;
use std::panic::Location;
use std::time::Duration;

use ::tokio::runtime::{LocalRuntime as LocalInner, Runtime as Inner};
use ::tokio::time::Instant;
use stage::{Clock, LocalLane, MainLane, clock};

use super::handle::Handle;
use crate::join_handle::JoinHandle;

/// What the two runtimes have in common; they differ in how they spawn.
macro_rules! runtime {
    ($name:ident, $inner:ident) => {
        #[doc = concat!("As [`tokio::runtime::", stringify!($name), "`]; it dereferences to that for all that does not drive or spawn.")]
        #[derive(Debug)]
        pub struct $name {
            /// `None` after a shutdown.
            inner: Option<$inner>,
            handle: Handle,
            /// Whether the listing enabled time. Without timers, deadlocks cannot be detected.
            has_timers: bool,
        }

        impl $name {
            pub(super) fn new_on(inner: $inner, has_timers: bool) -> Self {
                let handle = Handle::from(inner.handle());
                let inner = Some(inner);
                Self { inner, handle, has_timers }
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
                match clock() {
                    Clock::Virtual => self.real().block_on(stage::run_main(main, self.has_timers)),
                    Clock::Real => self.real().block_on(main),
                }
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
                let inner = self.inner.take().expect("this is the first shutdown");
                match has_closures(&self.handle) {
                    false => inner.shutdown_timeout(duration),
                    true => {
                        inner.shutdown_background();
                        let _context = self.handle.enter();
                        stage::finish(Some(Instant::now() + duration));
                    }
                }
            }

            pub fn shutdown_background(mut self) {
                self.inner.take().expect("this is the first shutdown").shutdown_background();
            }
        }

        impl Drop for $name {
            /// As Tokio's: drops the tasks, then waits for the closures given to `spawn_blocking`.
            fn drop(&mut self) {
                let Some(inner) = self.inner.take() else { return };
                if has_closures(&self.handle) {
                    inner.shutdown_background();
                    let _context = self.handle.enter();
                    stage::finish(None);
                }
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

/// Whether closures wait for their turn, so that the stage must run them to completion; never on the real clock.
fn has_closures(handle: &Handle) -> bool {
    let _context = handle.enter();
    clock() == Clock::Virtual && stage::has_closures()
}

runtime!(Runtime, Inner);
runtime!(LocalRuntime, LocalInner);

impl Runtime {
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
