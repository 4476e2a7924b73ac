//! An allocator that counts.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The bytes in use.
static BYTES: AtomicUsize = AtomicUsize::new(0);
/// The allocations since the program started.
static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static ALLOCATOR: Counting = Counting;

struct Counting;

// An allocator cannot be written without `unsafe`.
#[allow(unsafe_code)]
// SAFETY: each call goes to the system's allocator unchanged, which keeps the contract; the counters do not touch the memory.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        BYTES.fetch_add(layout.size(), Relaxed);
        ALLOCATIONS.fetch_add(1, Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        BYTES.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(memory, layout) }
    }
}

/// The cost of each of `values` values of type `T` that `make` makes and keeps: bytes, its own and those on the heap, and allocations.
pub fn count<T>(values: usize, make: impl FnOnce()) -> (f64, f64) {
    let (bytes, allocations) = (BYTES.load(Relaxed), ALLOCATIONS.load(Relaxed));
    make();
    let each = |now: usize, before: usize| (now - before) as f64 / values as f64;
    let heap = each(BYTES.load(Relaxed), bytes);
    (
        size_of::<T>() as f64 + heap,
        each(ALLOCATIONS.load(Relaxed), allocations),
    )
}
