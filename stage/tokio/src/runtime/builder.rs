//! The `Builder`, which `#[tokio::main]` uses, too.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use ::tokio::runtime::{Builder as Inner, LocalOptions, Runtime as Pool};
use stage::{Clock, clock};

use super::drive::{LocalRuntime, Runtime};

/// As [`tokio::runtime::Builder`]. On the virtual clock every flavor is one thread with paused time and a fixed seed.
#[derive(Debug)]
pub struct Builder {
    inner: Inner,
    /// On the virtual clock, makes the runtime on whose threads closures run. Tokio's clock does not jump while a runtime has closures of
    /// its own.
    pool: Option<Inner>,
    /// Whether the listing asked for threads that run tasks.
    has_workers: bool,
    /// Whether the listing enabled time.
    has_timers: bool,
}

/// Setters that pass straight through: plain ones, and those that take a callback.
macro_rules! pass_through {
    ($($name:ident($($argument:ident: $type:ty)?);)*) => {
        $(
            pub fn $name(&mut self $(, $argument: $type)?) -> &mut Self {
                if let Some(pool) = &mut self.pool {
                    pool.$name($($argument.clone())?);
                }
                self.inner.$name($($argument)?);
                self
            }
        )*
    };
}
macro_rules! pass_callback {
    ($($name:ident: $callback:path;)*) => {
        $(
            pub fn $name<F: $callback + Send + Sync + 'static>(&mut self, callback: F) -> &mut Self {
                let callback = Arc::new(callback);
                if let Some(pool) = &mut self.pool {
                    let callback = Arc::clone(&callback);
                    pool.$name(move || callback());
                }
                self.inner.$name(move || callback());
                self
            }
        )*
    };
}

impl Builder {
    pub fn new_current_thread() -> Self {
        Self::new(Inner::new_current_thread, false)
    }

    pub fn new_multi_thread() -> Self {
        Self::new(Inner::new_multi_thread, true)
    }

    fn new(as_written: fn() -> Inner, has_workers: bool) -> Self {
        let inner = match clock() {
            Clock::Real => as_written(),
            Clock::Virtual => {
                let mut inner = Inner::new_current_thread();
                inner.start_paused(true);
                inner.on_thread_park(stage::before_park);
                inner.on_thread_unpark(stage::after_park);
                #[cfg(tokio_unstable)]
                inner.rng_seed(::tokio::runtime::RngSeed::from_bytes(
                    stage::orders::seed_of_choices().as_bytes(),
                ));
                if let Some(interval) = stage::orders::event_interval() {
                    inner.event_interval(interval);
                }
                inner
            }
        };
        Self {
            inner,
            pool: (clock() == Clock::Virtual).then(|| {
                let mut pool = Inner::new_current_thread();
                // Its threads must not see the real time.
                pool.start_paused(true);
                pool
            }),
            has_workers,
            has_timers: false,
        }
    }

    pub fn enable_all(&mut self) -> &mut Self {
        self.has_timers = true;
        self.inner.enable_all();
        self
    }

    pub fn enable_time(&mut self) -> &mut Self {
        self.has_timers = true;
        self.inner.enable_time();
        self
    }

    /// As [`tokio::runtime::Builder::start_paused`]; the virtual clock is always paused, and `std::time::Instant` then moves as the real
    /// clock does.
    pub fn start_paused(&mut self, start_paused: bool) -> &mut Self {
        match clock() {
            Clock::Real => _ = self.inner.start_paused(start_paused),
            Clock::Virtual if start_paused => stage::pause(),
            Clock::Virtual => {}
        }
        self
    }

    pass_through! {
        enable_io();
        name(name: impl Into<String> + Clone);
        worker_threads(threads: usize);
        max_blocking_threads(threads: usize);
        thread_name(name: impl Into<String> + Clone);
        thread_stack_size(bytes: usize);
        thread_keep_alive(duration: Duration);
        global_queue_interval(ticks: u32);
        event_interval(ticks: u32);
        max_io_events_per_tick(events: usize);
    }

    pass_callback! {
        thread_name_fn: Fn() -> String;
        on_thread_start: Fn();
        on_thread_stop: Fn();
    }

    /// As [`tokio::runtime::Builder::on_thread_park`]; the stage does its own work first.
    pub fn on_thread_park<F: Fn() + Send + Sync + 'static>(&mut self, callback: F) -> &mut Self {
        self.inner.on_thread_park(move || {
            stage::before_park();
            callback();
        });
        self
    }

    /// As [`tokio::runtime::Builder::on_thread_unpark`]; the stage does its own work first.
    pub fn on_thread_unpark<F: Fn() + Send + Sync + 'static>(&mut self, callback: F) -> &mut Self {
        self.inner.on_thread_unpark(move || {
            stage::after_park();
            callback();
        });
        self
    }

    fn build_pool(&mut self) -> io::Result<Option<Pool>> {
        self.pool.as_mut().map(Inner::build).transpose()
    }

    pub fn build(&mut self) -> io::Result<Runtime> {
        let pool = self.build_pool()?;
        let runtime = Runtime::new_on(self.inner.build()?, pool, self.has_timers);
        Ok(match self.has_workers && clock() == Clock::Virtual {
            true => runtime.with_background(),
            false => runtime,
        })
    }

    pub fn build_local(&mut self, options: LocalOptions) -> io::Result<LocalRuntime> {
        let pool = self.build_pool()?;
        Ok(LocalRuntime::new_on(
            self.inner.build_local(options)?,
            pool,
            self.has_timers,
        ))
    }
}

impl Runtime {
    pub fn new() -> io::Result<Self> {
        Builder::new_multi_thread().enable_all().build()
    }
}

impl LocalRuntime {
    pub fn new() -> io::Result<Self> {
        Builder::new_current_thread()
            .enable_all()
            .build_local(LocalOptions::default())
    }
}
