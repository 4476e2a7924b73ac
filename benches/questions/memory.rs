//! How much memory things take, counted allocation by allocation: a program of its own, since counting slows everything else.

#[path = "harness/note.rs"]
mod note;

use std::alloc::{GlobalAlloc, Layout, System};
use std::future::pending;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use async_lessons_measurements::{Note, Unit};
use memory_stats::memory_stats;
use note::report;
use tokio::runtime::Builder;
use tokio::sync::{Mutex, Notify, RwLock, Semaphore, broadcast, mpsc, oneshot, watch};
use tokio::task::{JoinHandle, yield_now};
use tokio::time::sleep;

/// How many of each thing are made.
const COUNT: usize = 1_000;
/// How often that is done.
const SAMPLES: usize = 10;

/// The bytes that are in use, and how many allocations there were since the start.
static BYTES: AtomicUsize = AtomicUsize::new(0);
static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

struct Counting;

// The one thing here that needs it: an allocator is called with layouts that it must take as they are.
#[allow(unsafe_code)]
// SAFETY: each call is handed on to the system's allocator unchanged; the counters do not touch the memory.
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

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    let mut memory = Memory { notes: vec![threads()] };
    memory.of(
        "future",
        "The future of an `async fn` that waits for ever, on the heap",
        || Box::pin(forever()),
    );
    memory.of_task("task", "A task that waits for ever", forever);
    memory.of_task("task-sleep", "A task that sleeps", || sleep(Duration::from_secs(3_600)));
    memory.of_task(
        "task-buffer",
        "A task that waits, and keeps an array of 1,024 bytes across it",
        buffer,
    );
    memory.of("oneshot", "A `oneshot` channel", oneshot::channel::<u64>);
    memory.of("mpsc-1", "An `mpsc` channel with room for 1 number, empty", || {
        mpsc::channel::<u64>(1)
    });
    memory.of(
        "mpsc-1000",
        "An `mpsc` channel with room for 1,000 numbers, empty",
        || mpsc::channel::<u64>(1_000),
    );
    memory.of(
        "mpsc-unbounded",
        "An `mpsc` channel without bounds, empty",
        mpsc::unbounded_channel::<u64>,
    );
    memory.of("broadcast-16", "A `broadcast` channel with room for 16 numbers", || {
        broadcast::channel::<u64>(16)
    });
    memory.of(
        "broadcast-1000",
        "A `broadcast` channel with room for 1,000 numbers",
        || broadcast::channel::<u64>(1_000),
    );
    memory.of("watch", "A `watch` channel of a number", || watch::channel(0_u64));
    memory.of("mutex", "Tokio's `Mutex` round a number", || Mutex::new(0_u64));
    memory.of("rwlock", "Tokio's `RwLock` round a number", || RwLock::new(0_u64));
    memory.of("semaphore", "A `Semaphore`", || Semaphore::new(1));
    memory.of("notify", "A `Notify`", Notify::new);
    report(
        "memory",
        "How much memory does a thing take that only waits?",
        &memory.notes,
    );
}

/// What was measured so far.
struct Memory {
    notes: Vec<Note>,
}

impl Memory {
    /// Measures values that are made one after the other and kept.
    fn of<T>(&mut self, name: &str, what: &str, make: impl Fn() -> T) {
        self.note(name, what, || {
            let mut kept = Vec::with_capacity(COUNT);
            count::<T>(|| kept.extend((0..COUNT).map(|_| make())))
        });
    }

    /// Measures tasks, each of which has had a turn and waits, with their handles.
    fn of_task<F>(&mut self, name: &str, what: &str, future: impl Fn() -> F)
    where
        F: Future<Output: Send> + Send + 'static,
    {
        self.note(name, what, || {
            let runtime = Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime can be built");
            let mut handles = Vec::with_capacity(COUNT);
            // Timers can be made in a runtime only.
            let _inside = runtime.enter();
            count::<JoinHandle<F::Output>>(|| {
                handles.extend((0..COUNT).map(|_| runtime.spawn(future())));
                runtime.block_on(turns());
            })
        });
    }

    fn note(&mut self, name: &str, what: &str, measure: impl Fn() -> (f64, f64)) {
        let (bytes, allocations): (Vec<f64>, Vec<f64>) = (0..SAMPLES).map(|_| measure()).unzip();
        eprintln!("memory/{name}: {} bytes, {} allocations", bytes[0], allocations[0]);
        for (name, unit, values) in [
            (name.to_owned(), Unit::Bytes, bytes),
            (format!("{name}-allocations"), Unit::Allocations, allocations),
        ] {
            self.notes.push(Note {
                name,
                by: "tokio".into(),
                what: what.into(),
                unit,
                values,
                cpu: vec![],
            });
        }
    }
}

/// What making `COUNT` values of a type takes for each: its own bytes with those on the heap, and allocations.
fn count<T>(make: impl FnOnce()) -> (f64, f64) {
    let (bytes, allocations) = (BYTES.load(Relaxed), ALLOCATIONS.load(Relaxed));
    make();
    let each = |now: usize, before: usize| (now - before) as f64 / COUNT as f64;
    let heap = each(BYTES.load(Relaxed), bytes);
    (
        size_of::<T>() as f64 + heap,
        each(ALLOCATIONS.load(Relaxed), allocations),
    )
}

/// The floor: threads that wait. Their stacks do not come from the allocator, so the system is asked how much of its memory the
/// program uses; what it keeps for a thread itself is not in that.
fn threads() -> Note {
    let resident = || memory_stats().map_or(f64::NAN, |memory| memory.physical_mem as f64);
    let measure = || {
        let end = Arc::new(Barrier::new(COUNT + 1));
        let before = resident();
        let threads: Vec<_> = (0..COUNT)
            .map(|_| {
                let end = end.clone();
                thread::spawn(move || end.wait().is_leader())
            })
            .collect();
        thread::sleep(Duration::from_millis(200));
        let bytes = (resident() - before) / COUNT as f64;
        end.wait();
        threads.into_iter().for_each(|thread| drop(thread.join()));
        bytes
    };
    Note {
        name: "thread".into(),
        by: "std".into(),
        what: "A thread that waits: resident memory".into(),
        unit: Unit::Bytes,
        values: (0..SAMPLES).map(|_| measure()).collect(),
        cpu: vec![],
    }
}

async fn forever() {
    pending::<()>().await;
}

async fn buffer() {
    let buffer = [0_u8; 1_024];
    pending::<()>().await;
    std::hint::black_box(buffer);
}

/// Turns enough for every task to have one: a runtime with one thread comes back to `block_on` after 61 of them.
async fn turns() {
    for _ in 0..COUNT {
        yield_now().await;
    }
}
