//! The runtimes: what they drive, they drive under the stage's watch.

use std::future::Future;
use std::io;
use std::ops::Deref;
use std::panic::Location;
use std::time::Duration;

use ::tokio::runtime::{LocalRuntime as LocalInner, Runtime as Inner};
use ::tokio::task::JoinHandle;
use stage::{Clock, LocalLane, MainLane, TaskLane, clock};

use super::{Builder, Handle};

/// What the two runtimes have in common; they differ in how they spawn.
macro_rules! runtime {
    ($name:ident, $inner:ident) => {
        #[doc = concat!("As [`tokio::runtime::", stringify!($name), "`], which it leads to for all that does not drive or spawn.")]
        #[derive(Debug)]
        pub struct $name {
            inner: $inner,
            handle: Handle,
            /// The watch for deadlocks needs a timer: it can be kept only where the listing enabled time.
            has_timers: bool,
        }

        impl $name {
            pub(super) fn new_on(inner: $inner, has_timers: bool) -> Self {
                let handle = Handle::from(inner.handle());
                Self { inner, handle, has_timers }
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
                    Clock::Virtual => self.inner.block_on(stage::run_main(main, self.has_timers)),
                    Clock::Real => self.inner.block_on(main),
                }
            }

            /// As tokio's.
            pub fn shutdown_timeout(self, duration: Duration) {
                self.inner.shutdown_timeout(duration);
            }

            /// As tokio's.
            pub fn shutdown_background(self) {
                self.inner.shutdown_background();
            }
        }

        impl Deref for $name {
            type Target = $inner;

            fn deref(&self) -> &$inner {
                &self.inner
            }
        }
    };
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
        self.inner.spawn(TaskLane::task(future, Location::caller()))
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
        self.inner.spawn_local(LocalLane::local(future, Location::caller()))
    }
}
