//! Measures one operation after the other with criterion, and notes processor time beside the time on the clock.

mod note;

use std::cell::RefCell;
use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use async_lessons_measurements::{Note, Unit};
use cpu_time::ProcessTime;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, SamplingMode};
use note::report;
use tokio::runtime::{Builder, Runtime};

/// What is measured: one operation with one library.
#[derive(Clone, Copy)]
pub struct Operation {
    name: &'static str,
    what: &'static str,
    by: &'static str,
    unit: Unit,
    per_round: u64,
    samples: usize,
}

/// An operation, in short and in words. Without more said it is Tokio's, and what counts is the time on the clock.
pub fn operation(name: &'static str, what: &'static str) -> Operation {
    Operation {
        name,
        what,
        by: "tokio",
        unit: Unit::Wall,
        per_round: 1,
        samples: 30,
    }
}

impl Operation {
    /// The same operation with another library.
    pub fn by(self, by: &'static str) -> Self {
        Self { by, ..self }
    }

    /// One round does the operation this many times.
    pub fn per_round(self, per_round: u64) -> Self {
        Self { per_round, ..self }
    }

    /// Most of its time is waiting: what counts is the time of the processor.
    pub fn cpu(self) -> Self {
        Self {
            unit: Unit::Cpu,
            ..self
        }
    }

    /// A round takes long: fewer samples have to do.
    pub fn slow(self) -> Self {
        Self { samples: 10, ..self }
    }
}

/// Measures the operations of one question.
pub struct Bench<'c> {
    group: BenchmarkGroup<'c, WallTime>,
    notes: Vec<Note>,
}

impl Bench<'_> {
    /// Measures an operation: `rounds` does as many rounds of it as it is told.
    pub fn time(&mut self, operation: Operation, mut rounds: impl FnMut(u64)) {
        let samples = RefCell::new(Vec::new());
        self.group
            .sample_size(operation.samples)
            .sampling_mode(SamplingMode::Flat)
            .warm_up_time(Duration::from_millis(200))
            .measurement_time(Duration::from_millis(700))
            .bench_function(format!("{}/{}", operation.name, operation.by), |bencher| {
                bencher.iter_custom(|count| {
                    let (start, cpu) = (Instant::now(), ProcessTime::now());
                    rounds(count);
                    let (wall, cpu) = (start.elapsed(), cpu.elapsed());
                    samples.borrow_mut().push((count * operation.per_round, wall, cpu));
                    wall
                });
            });
        // The rounds before the last ones were criterion's warm-up.
        let samples = samples.into_inner();
        let samples = &samples[samples.len().saturating_sub(operation.samples)..];
        let each = |time: Duration, count: u64| time.as_nanos() as f64 / count as f64;
        let cpu: Vec<f64> = samples.iter().map(|&(count, _, cpu)| each(cpu, count)).collect();
        let wall = samples.iter().map(|&(count, wall, _)| each(wall, count)).collect();
        self.notes.push(Note {
            name: operation.name.into(),
            by: operation.by.into(),
            what: operation.what.into(),
            unit: operation.unit,
            values: if operation.unit == Unit::Cpu { cpu.clone() } else { wall },
            cpu,
        });
    }

    /// Measures what several questions compare with: a thread that does nothing.
    pub fn thread(&mut self) {
        self.time(operation("thread", "Start a thread, and join it").by("std"), |rounds| {
            for _ in 0..rounds {
                thread::spawn(|| ()).join().expect("it does not panic");
            }
        });
    }

    /// Measures what locks are compared with: an atomic operation.
    pub fn atomic(&mut self) {
        let number = AtomicU64::new(0);
        self.time(
            operation("atomic", "Add to an atomic number; nobody else does").by("std"),
            |rounds| {
                for _ in 0..rounds {
                    black_box(&number).fetch_add(1, Ordering::Relaxed);
                }
            },
        );
    }

    /// Measures what channels are compared with: an allocation.
    pub fn boxed(&mut self) {
        self.time(
            operation("box", "Put a number on the heap, and free it").by("std"),
            |rounds| {
                for round in 0..rounds {
                    black_box(Box::new(round));
                }
            },
        );
    }

    /// Measures what it costs to hand something to another thread, and to get it back.
    pub fn hand_off(&mut self) {
        let what = "Send a word to a thread that waits, and wait for its answer: two channels";
        self.time(operation("hand-off", what).by("std"), |rounds| {
            let (ask, asked) = mpsc::channel();
            let (answer, answered) = mpsc::channel();
            thread::scope(|scope| {
                scope.spawn(move || {
                    asked
                        .into_iter()
                        .for_each(|word: u64| answer.send(word).expect("somebody waits"))
                });
                for round in 0..rounds {
                    ask.send(round).expect("the thread listens");
                    black_box(answered.recv().expect("the thread answers"));
                }
                drop(ask);
            });
        });
    }

    /// Measures an operation that one task does over and over.
    pub fn in_task<F>(&mut self, runtime: &Runtime, operation: Operation, once: impl Fn() -> F + Clone + Send + 'static)
    where
        F: Future<Output: Send> + Send + 'static,
    {
        self.time(operation, |rounds| {
            let once = once.clone();
            as_task(runtime, async move {
                for _ in 0..rounds {
                    black_box(once().await);
                }
            });
        });
    }
}

/// Measures what a question asks for, as far as criterion's filter lets it.
pub fn ask(criterion: &mut Criterion, question: &str, asks: &str, measure: fn(&mut Bench)) {
    let mut bench = Bench {
        group: criterion.benchmark_group(question),
        notes: Vec::new(),
    };
    measure(&mut bench);
    bench.group.finish();
    bench.notes.retain(|note| !note.values.is_empty());
    report(question, asks, &bench.notes);
}

/// A runtime with one thread: the one that calls `block_on`.
pub fn one_thread() -> Runtime {
    Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime can be built")
}

/// A runtime with two worker threads, on every machine.
pub fn two_workers() -> Runtime {
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime can be built")
}

/// Runs a future as a task. The future that is given to `block_on` itself is treated otherwise: `runtime` measures that.
pub fn as_task<F>(runtime: &Runtime, future: F) -> F::Output
where
    F: Future<Output: Send> + Send + 'static,
{
    runtime.block_on(runtime.spawn(future)).expect("no benchmark panics")
}

/// Spawns as many tasks as it is told, each with a future of its own, and awaits them all.
pub async fn together<F>(tasks: u64, future: impl Fn() -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let tasks: Vec<_> = (0..tasks).map(|_| tokio::spawn(future())).collect();
    for task in tasks {
        task.await.expect("no benchmark panics");
    }
}
