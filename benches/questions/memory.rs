//! How much memory things take, counted by allocation: a program of its own, since counting slows everything else.

#[path = "harness/counting.rs"]
mod counting;
#[path = "harness/note.rs"]
mod note;

use std::future::pending;
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use async_lessons_measurements::{Note, Unit};
use counting::count;
use memory_stats::memory_stats;
use note::report;
use tokio::runtime::Builder;
use tokio::sync::{Mutex, Notify, RwLock, Semaphore, broadcast, mpsc, oneshot, watch};
use tokio::task::{JoinHandle, yield_now};
use tokio::time::sleep;

/// The number of values of each type.
const COUNT: usize = 1_000;
/// The number of samples, in each of which all values are made again.
const SAMPLES: usize = 10;

fn main() {
    let mut memory = Memory { notes: vec![threads()] };
    tasks(&mut memory);
    channels(&mut memory);
    locks(&mut memory);
    report(
        "memory",
        "How much memory does a thing take that only waits?",
        &memory.notes,
    );
}

fn tasks(memory: &mut Memory) {
    let what = "The future of an `async fn` that waits for ever, on the heap";
    memory.of("future", what, || Box::pin(forever()));
    memory.of_task("task", "A task that waits for ever", forever);
    memory.of_task("task-sleep", "A task that sleeps", || sleep(Duration::from_secs(3_600)));
    let what = "A task that waits, and keeps an array of 1,024 bytes across it";
    memory.of_task("task-buffer", what, buffer);
}

fn channels(memory: &mut Memory) {
    memory.of("oneshot", "A `oneshot` channel", oneshot::channel::<u64>);
    let what = "An `mpsc` channel with room for 1 number, empty";
    memory.of("mpsc-1", what, || mpsc::channel::<u64>(1));
    let what = "An `mpsc` channel with room for 1,000 numbers, empty";
    memory.of("mpsc-1000", what, || mpsc::channel::<u64>(1_000));
    let what = "An `mpsc` channel without bounds, empty";
    memory.of("mpsc-unbounded", what, mpsc::unbounded_channel::<u64>);
    let what = "A `broadcast` channel with room for 16 numbers";
    memory.of("broadcast-16", what, || broadcast::channel::<u64>(16));
    let what = "A `broadcast` channel with room for 1,000 numbers";
    memory.of("broadcast-1000", what, || broadcast::channel::<u64>(1_000));
    memory.of("watch", "A `watch` channel of a number", || watch::channel(0_u64));
}

fn locks(memory: &mut Memory) {
    memory.of("mutex", "Tokio's `Mutex` round a number", || Mutex::new(0_u64));
    memory.of("rwlock", "Tokio's `RwLock` round a number", || RwLock::new(0_u64));
    memory.of("semaphore", "A `Semaphore`", || Semaphore::new(1));
    memory.of("notify", "A `Notify`", Notify::new);
}

/// What has been measured.
struct Memory {
    notes: Vec<Note>,
}

impl Memory {
    /// Measures values that are made one after the other and kept.
    fn of<T>(&mut self, name: &str, what: &str, make: impl Fn() -> T) {
        self.note(name, what, || {
            let mut kept = Vec::with_capacity(COUNT);
            count::<T>(COUNT, || kept.extend((0..COUNT).map(|_| make())))
        });
    }

    /// Measures tasks with their handles; each has had a turn and waits.
    fn of_task<F>(&mut self, name: &str, what: &str, future: impl Fn() -> F)
    where
        F: Future<Output: Send> + Send + 'static,
    {
        self.note(name, what, || {
            let runtime = Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("the system allows another runtime");
            let mut handles = Vec::with_capacity(COUNT);
            // A timer cannot be made outside of a runtime.
            let _inside = runtime.enter();
            count::<JoinHandle<F::Output>>(COUNT, || {
                handles.extend((0..COUNT).map(|_| runtime.spawn(future())));
                runtime.block_on(turns());
            })
        });
    }

    /// Takes samples, and notes their bytes and their allocations.
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

/// Measures the floor, threads that wait. The allocator does not see their stacks, so this asks the system how much memory the program
/// uses, which leaves out what the system itself keeps for a thread.
fn threads() -> Note {
    let resident = || memory_stats().map_or(f64::NAN, |memory| memory.physical_mem as f64);
    let measure = || {
        let end = Arc::new(Barrier::new(COUNT + 1));
        let before = resident();
        let start = |_| {
            let end = end.clone();
            thread::spawn(move || end.wait().is_leader())
        };
        let threads: Vec<_> = (0..COUNT).map(start).collect();
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

/// Yields until every task has had a turn: a runtime with one thread polls `block_on`'s future again after at most 61 turns.
async fn turns() {
    for _ in 0..COUNT {
        yield_now().await;
    }
}
