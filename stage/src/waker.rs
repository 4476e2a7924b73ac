//! Wakers that are counted: what a task waits for is who keeps a waker of it.
//!
//! A future that answers "not yet" must have put a clone of the task's waker where it will be found when the time comes. So the
//! clones that are alive after a poll are what the task waits for, and the stack in which a clone was made says which await
//! of the listing it was and which function of tokio took it. `std::task::Wake` has no hook for the clone, hence the raw vtable
//! here: the project's only `unsafe` code.

#![expect(unsafe_code, reason = "a waker that notices its clones needs a vtable of its own")]

use std::mem::ManuallyDrop;
use std::sync::Arc;
use std::task::{RawWaker, RawWakerVTable, Waker};

use crate::event::LaneId;
use crate::lane;
use crate::registry::{self, WaitId};
use crate::trace;

/// The data of a tracked waker.
struct Tracked {
    lane: LaneId,
    /// `None` for the waker that a poll hands out; set for every clone of it.
    wait: Option<WaitId>,
    inner: Waker,
}

impl Tracked {
    fn call(&self) {
        // What was waited for has come. Whoever called may keep the waker a while longer, on another thread even; the poll that
        // follows hands out new ones.
        if let Some(wait) = self.wait {
            registry::release(self.lane, wait);
        }
        registry::woken(self.lane, lane::running());
        self.inner.wake_by_ref();
    }
}

impl Drop for Tracked {
    fn drop(&mut self) {
        if let Some(wait) = self.wait {
            registry::release(self.lane, wait);
        }
    }
}

/// A waker for one poll of `lane`, which wakes `inner`.
pub fn tracked(lane: LaneId, inner: &Waker) -> Waker {
    let tracked = Tracked {
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
/// - the pointer comes from `Arc::<Tracked>::into_raw`, here and nowhere else;
/// - each raw waker owns one strong count: `clone` makes one, `wake` and `drop` give it back, `wake_by_ref` keeps it;
/// - `Tracked` is `Send` and `Sync` (asserted below), so a waker may be cloned, woken and dropped on any thread.
fn raw(tracked: Arc<Tracked>) -> RawWaker {
    RawWaker::new(Arc::into_raw(tracked).cast(), &TABLE)
}

static TABLE: RawWakerVTable = RawWakerVTable::new(clone, wake, wake_by_ref, drop_waker);

const _: () = {
    const fn assert_send_sync<T: Send + Sync>() {}
    assert_send_sync::<Tracked>();
};

/// Borrows the data behind a raw waker, without touching its count.
///
/// # Safety
/// `data` is that of a live raw waker made by [`raw`].
unsafe fn borrow(data: *const ()) -> ManuallyDrop<Arc<Tracked>> {
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
    let wait = registry::keep(tracked.lane, trace::stack());
    raw(Arc::new(Tracked {
        lane: tracked.lane,
        wait: Some(wait),
        inner: tracked.inner.clone(),
    }))
}

unsafe fn wake(data: *const ()) {
    // SAFETY: `wake` consumes the waker: its count passes to this `Arc` and is given back at the end.
    let tracked: Arc<Tracked> = unsafe { Arc::from_raw(data.cast()) };
    tracked.call();
}

unsafe fn wake_by_ref(data: *const ()) {
    // SAFETY: the caller's waker is alive during the call.
    unsafe { borrow(data) }.call();
}

unsafe fn drop_waker(data: *const ()) {
    // SAFETY: the waker's count passes to this `Arc` and is given back.
    drop::<Arc<Tracked>>(unsafe { Arc::from_raw(data.cast()) });
}

#[cfg(test)]
mod tests {
    use std::panic::Location;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::Wake;
    use std::thread;

    use super::*;
    use crate::event::Kind;

    struct Count(AtomicUsize);

    impl Wake for Count {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }

    /// Clones, wakes and drops in every order that the vtable knows, also across threads; Miri watches the counts.
    #[test]
    fn every_path_keeps_the_counts() {
        let count = Arc::new(Count(AtomicUsize::new(0)));
        let inner = Waker::from(Arc::clone(&count));
        let lane = registry::open(Kind::Task, None, Location::caller(), "");
        let root = tracked(lane, &inner);
        let kept = root.clone();
        let again = kept.clone();
        assert!(kept.will_wake(&again), "a clone of a kept waker is the same wait");
        assert!(
            !root.will_wake(&kept),
            "the waker of a poll is never taken for one that is kept"
        );
        root.wake_by_ref();
        thread::spawn(move || again.wake()).join().expect("no panic");
        drop(root);
        kept.wake();
        assert_eq!(count.0.load(Ordering::SeqCst), 3);
        drop(inner);
        assert_eq!(Arc::strong_count(&count), 1, "every waker gave its count back");
        registry::close(lane, crate::event::Outcome::Done);
    }
}
