//! The runtimes: what they drive, they drive under the stage's watch.

use std::future::Future;
use std::io;
use std::ops::Deref;
use std::panic::Location;
use std::time::Duration;

use ::tokio::runtime::{LocalRuntime as LocalInner, Runtime as Inner};
use ::tokio::time::Instant;
use stage::{BlockingLane, Clock, LocalLane, MainLane, TaskLane, clock};

use super::{Builder, Handle};
use crate::task::JoinHandle;

/// What the two runtimes have in common; they differ in how they spawn.
macro_rules! runtime {
    ($name:ident, $inner:ident) => {
        #[doc = concat!("As [`tokio::runtime::", stringify!($name), "`], which it leads to for all that does not drive or spawn.")]
        #[derive(Debug)]
        pub struct $name {
            /// Taken by a shutdown.
            inner: Option<$inner>,
            handle: Handle,
            /// The watch for deadlocks needs a timer: it can be kept only where the listing enabled time.
            has_timers: bool,
        }

        impl $name {
            pub(super) fn new_on(inner: $inner, has_timers: bool) -> Self {
                let handle = Handle::from(inner.handle());
                let inner = Some(inner);
                Self { inner, handle, has_timers }
            }

            fn real(&self) -> &$inner {
                self.inner.as_ref().expect("only a shutdown takes it")
            }

            /// As tokio's.
            pub fn handle(&self) -> &Handle {
                &self.handle
            }

            /// Runs a future to its end; on the virtual clock, also finds out when there will be none.
            #[track_caller]
            pub fn block_on<F: Future>(&self, future: F) -> F::Output {
                let main = MainLane::main(future, Location::caller());
                match clock() {
                    Clock::Virtual => self.real().block_on(stage::run_main(main, self.has_timers)),
                    Clock::Real => self.real().block_on(main),
                }
            }

            /// As tokio's.
            #[track_caller]
            pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R>
            where
                F: FnOnce() -> R + Send + 'static,
                R: Send + 'static,
            {
                let lane = BlockingLane::new(func, Location::caller());
                JoinHandle::of_blocking(lane, |lane| self.real().spawn_blocking(|| lane.run()))
            }

            /// As tokio's.
            pub fn shutdown_timeout(mut self, duration: Duration) {
                let inner = self.inner.take().expect("this is the first shutdown");
                match closures(&self.handle) {
                    false => inner.shutdown_timeout(duration),
                    true => {
                        inner.shutdown_background();
                        let _context = self.handle.enter();
                        stage::finish(Some(Instant::now() + duration));
                    }
                }
            }

            /// As tokio's.
            pub fn shutdown_background(mut self) {
                self.inner.take().expect("this is the first shutdown").shutdown_background();
            }
        }

        impl Drop for $name {
            /// As tokio's: the tasks are dropped, and then the closures on threads of their own are waited for.
            fn drop(&mut self) {
                let Some(inner) = self.inner.take() else { return };
                if closures(&self.handle) {
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

/// Whether the stage has to end closures that wait for their turn, which on the real clock it never has.
fn closures(handle: &Handle) -> bool {
    let _context = handle.enter();
    clock() == Clock::Virtual && stage::has_closures()
}

runtime!(Runtime, Inner);
runtime!(LocalRuntime, LocalInner);

impl Runtime {
    /// As [`tokio::runtime::Runtime::new`].
    ///
    /// # Errors
    /// The operating system refused what the runtime needs.
    pub fn new() -> io::Result<Self> {
        Builder::new_multi_thread().enable_all().build()
    }

    /// As [`tokio::runtime::Runtime::spawn`].
    #[track_caller]
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        JoinHandle::of(TaskLane::task(future, Location::caller()), |lane| {
            self.real().spawn(lane)
        })
    }
}

impl LocalRuntime {
    /// As [`tokio::runtime::LocalRuntime::new`].
    ///
    /// # Errors
    /// The operating system refused what the runtime needs.
    pub fn new() -> io::Result<Self> {
        Builder::new_current_thread()
            .enable_all()
            .build_local(Default::default())
    }

    /// As [`tokio::runtime::LocalRuntime::spawn_local`].
    #[track_caller]
    pub fn spawn_local<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + 'static,
        F::Output: 'static,
    {
        JoinHandle::of_local(LocalLane::local(future, Location::caller()), |lane| {
            self.real().spawn_local(lane)
        })
    }
}
