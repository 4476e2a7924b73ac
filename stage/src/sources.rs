//! What outside of the program may still wake it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use tokio::runtime::Handle;

/// Threads of other libraries, other runtimes: whatever the stage is told of.
static OTHERS: AtomicUsize = AtomicUsize::new(0);
static HAS_SIGNALS: AtomicBool = AtomicBool::new(false);

/// Something outside of the stage's runtimes that may wake the program until this is dropped, such as a runtime of a library's own.
#[derive(Debug)]
pub struct Source(());

impl Source {
    /// Begins now.
    #[must_use]
    pub fn begin() -> Self {
        OTHERS.fetch_add(1, Ordering::SeqCst);
        Self(())
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        OTHERS.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Records that the program listens for a signal, from now on for ever: while timers remain the clock jumps to them, but silence is no
/// deadlock.
pub fn listen_for_signals() {
    HAS_SIGNALS.store(true, Ordering::SeqCst);
}

/// Whether the program has ever listened for a signal.
pub(crate) fn has_signals() -> bool {
    HAS_SIGNALS.load(Ordering::SeqCst)
}

static IS_INTERRUPTED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Lets [`is_interrupted`] know of signals that would end the program: what it did until then shall be kept.
pub(crate) fn catch_interrupts() {
    for signal in [SIGINT, SIGTERM] {
        // Where it fails, the signal ends the program at once.
        let _ = flag::register(signal, Arc::clone(&IS_INTERRUPTED));
    }
}

/// Whether somebody wants the program to end, and it does not listen for signals itself.
pub(crate) fn is_interrupted() -> bool {
    IS_INTERRUPTED.load(Ordering::SeqCst) && !has_signals()
}

/// Whether the runtime that is entered has sockets, pipes or child processes, or a library's runtime is at work.
#[cfg(tokio_unstable)]
pub(crate) fn are_open() -> bool {
    let metrics = Handle::current().metrics();
    OTHERS.load(Ordering::SeqCst) > 0
        || metrics.io_driver_fd_registered_count() > metrics.io_driver_fd_deregistered_count()
}

/// Without Tokio's metrics only the others are known.
#[cfg(not(tokio_unstable))]
pub(crate) fn are_open() -> bool {
    OTHERS.load(Ordering::SeqCst) > 0
}

/// Since when Tokio's own threads have been at work: on files, names of hosts, standard input.
static AT_WORK: Mutex<Option<Instant>> = Mutex::new(None);

/// What Tokio's own threads do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Files {
    /// Nothing.
    Idle,
    /// Something that has just ended: it may have woken a task.
    Ended,
    /// Something that takes long.
    Slow,
}

/// Waits a moment for Tokio's own threads. A file is most often read at once: then no time passes.
pub(crate) fn files() -> Files {
    /// How long "at once" is.
    const MOMENT: Duration = Duration::from_millis(10);
    let mut since = AT_WORK.lock().unwrap_or_else(PoisonError::into_inner);
    let mut result = Files::Idle;
    while is_at_work() {
        if since.get_or_insert_with(Instant::now).elapsed() > MOMENT {
            return Files::Slow;
        }
        result = Files::Ended;
        std::thread::sleep(Duration::from_micros(50));
    }
    if since.take().is_some() {
        result = Files::Ended;
    }
    result
}

#[cfg(tokio_unstable)]
fn is_at_work() -> bool {
    let metrics = Handle::current().metrics();
    metrics.blocking_queue_depth() > 0 || metrics.num_blocking_threads() > metrics.num_idle_blocking_threads()
}

#[cfg(not(tokio_unstable))]
fn is_at_work() -> bool {
    false
}
