//! The runtimes on whose threads closures run.

use tokio::runtime::{Handle, Id};

use super::turns::turns;

/// How many threads a runtime keeps for later.
#[cfg(tokio_unstable)]
pub(super) fn kept(runtime: &Handle) -> usize {
    runtime.metrics().num_idle_blocking_threads()
}

#[cfg(not(tokio_unstable))]
pub(super) fn kept(_: &Handle) -> usize {
    0
}

/// How many threads of these runtimes work, or will at once; `None` without Tokio's metrics.
#[cfg(tokio_unstable)]
pub(super) fn active<'h>(pools: impl Iterator<Item = &'h Handle>) -> Option<usize> {
    let mut active = 0;
    for pool in pools {
        let metrics = pool.metrics();
        let idle = metrics.num_idle_blocking_threads();
        active += metrics.num_blocking_threads() - idle + idle.min(metrics.blocking_queue_depth());
    }
    Some(active)
}

#[cfg(not(tokio_unstable))]
pub(super) fn active<'h>(_: impl Iterator<Item = &'h Handle>) -> Option<usize> {
    None
}

/// Records on which runtime's threads the closures of another one run.
pub fn set_pool(of: Id, pool: Handle) {
    turns().pools.insert(of, pool);
}

/// Forgets it again.
pub fn remove_pool(of: Id) {
    turns().pools.remove(&of);
}

/// The runtime on whose threads closures of this one run: itself, on the real clock.
pub fn pool(handle: &Handle) -> Handle {
    turns().pools.get(&handle.id()).unwrap_or(handle).clone()
}
