//! Wakers that record their clones: a task waits for whatever keeps a clone of its waker.
//!
//! A future that returns `Pending` must have stored a clone of the task's waker, to be called when the future can make progress. So
//! the clones that are alive after a poll are what the task waits for, and the stack in which a clone was made says which await
//! of the listing it was and which function of Tokio it called. `std::task::Wake` has no hook for the clone, hence the raw vtable
//! here: the project's only `unsafe` code.

#![expect(unsafe_code, reason = "a waker that notices its clones needs a vtable of its own")]

use std::mem::ManuallyDrop;
use std::sync::Arc;
use std::task::{RawWaker, RawWakerVTable, Waker};

use crate::backtrace;
use crate::current::running;
use crate::event::LaneId;
use crate::registry::{self, WaitId};

/// The data of a tracked waker.
struct WakerData {
    lane: LaneId,
    /// `None` for the waker that a poll hands out; set for every clone of it.
    wait: Option<WaitId>,
    inner: Waker,
}

impl WakerData {
    fn call(&self) {
        // The wait is over. The caller may keep the waker a while longer, even on another thread, but the next poll hands out a
        // new one.
        if let Some(wait) = self.wait {
            registry::end_wait(self.lane, wait);
        }
        registry::woken(self.lane, running());
        self.inner.wake_by_ref();
    }
}

impl Drop for WakerData {
    fn drop(&mut self) {
        if let Some(wait) = self.wait {
            registry::end_wait(self.lane, wait);
        }
    }
}

/// A waker for one poll of `lane`, which wakes `inner`.
pub fn tracked(lane: LaneId, inner: &Waker) -> Waker {
    let tracked = WakerData {
        lane,
        wait: None,
        inner: inner.clone(),
    };
    // SAFETY: see `raw`.
    unsafe { Waker::from_raw(raw(Arc::new(tracked))) }
}

/// Turns the data into a raw waker, which owns one strong count of the `Arc`.
///
/// Invariants, on which every function of the table relies:
/// - the pointer comes from `Arc::<WakerData>::into_raw`, here and nowhere else;
/// - each raw waker owns one strong count: `clone` adds one, `wake` and `drop` release it, `wake_by_ref` keeps it;
/// - `WakerData` is `Send` and `Sync` (asserted below), so a waker may be cloned, woken and dropped on any thread.
fn raw(tracked: Arc<WakerData>) -> RawWaker {
    RawWaker::new(Arc::into_raw(tracked).cast(), &TABLE)
}

static TABLE: RawWakerVTable = RawWakerVTable::new(clone, wake, wake_by_ref, drop_waker);

const _: () = {
    const fn assert_send_sync<T: Send + Sync>() {}
    assert_send_sync::<WakerData>();
};

/// Borrows the data behind a raw waker, without changing its count.
///
/// # Safety
/// `data` is that of a live raw waker made by [`raw`].
unsafe fn borrow(data: *const ()) -> ManuallyDrop<Arc<WakerData>> {
    // SAFETY: the pointer came from `Arc::into_raw`, and `ManuallyDrop` leaves the count with the waker.
    ManuallyDrop::new(unsafe { Arc::from_raw(data.cast()) })
}

unsafe fn clone(data: *const ()) -> RawWaker {
    // SAFETY: the caller's waker is alive during the call.
    let tracked = unsafe { borrow(data) };
    if tracked.wait.is_some() {
        // A clone of a kept waker is the same wait.
        return raw(Arc::clone(&tracked));
    }
    let wait = registry::begin_wait(tracked.lane, backtrace::locate());
    raw(Arc::new(WakerData {
        lane: tracked.lane,
        wait: Some(wait),
        inner: tracked.inner.clone(),
    }))
}

unsafe fn wake(data: *const ()) {
    // SAFETY: `wake` consumes the waker: its count passes to this `Arc` and is released at the end.
    let tracked: Arc<WakerData> = unsafe { Arc::from_raw(data.cast()) };
    tracked.call();
}

unsafe fn wake_by_ref(data: *const ()) {
    // SAFETY: the caller's waker is alive during the call.
    unsafe { borrow(data) }.call();
}

unsafe fn drop_waker(data: *const ()) {
    // SAFETY: the waker's count passes to this `Arc` and is released.
    drop::<Arc<WakerData>>(unsafe { Arc::from_raw(data.cast()) });
}

#[cfg(test)]
mod tests {
    use std::panic::Location;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::Wake;
    use std::thread;

    use super::*;
    use crate::event::{LaneKind, Outcome};

    struct Count(AtomicUsize);

    impl Wake for Count {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }

    /// Clones, wakes and drops in every way that the vtable has, also across threads; under Miri, the counts are checked.
    #[test]
    fn every_way_keeps_the_counts() {
        let count = Arc::new(Count(AtomicUsize::new(0)));
        let inner = Waker::from(Arc::clone(&count));
        let lane = registry::open(LaneKind::Task, None, Location::caller(), "");
        let root = tracked(lane, &inner);
        let kept = root.clone();
        let again = kept.clone();
        assert!(kept.will_wake(&again), "a clone of a kept waker is the same wait");
        assert!(
            !root.will_wake(&kept),
            "the waker of a poll is never mistaken for a kept one"
        );
        root.wake_by_ref();
        thread::spawn(move || again.wake()).join().expect("no panic");
        drop(root);
        kept.wake();
        assert_eq!(count.0.load(Ordering::SeqCst), 3);
        drop(inner);
        assert_eq!(Arc::strong_count(&count), 1, "every waker released its count");
        registry::close(lane, Outcome::Done);
    }
}
