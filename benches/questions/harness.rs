//! Measures one operation after the other with criterion, and notes the processor time along with the time on the clock.

mod floors;
mod note;
mod runtime;

use std::cell::RefCell;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use async_lessons_measurements::{Note, Unit};
use cpu_time::ProcessTime;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, SamplingMode};
use note::report;
pub use runtime::{as_task, await_all, one_thread, together, two_workers};
use tokio::runtime::Runtime;

/// One operation with one library.
#[derive(Clone, Copy)]
pub struct Operation {
    name: &'static str,
    what: &'static str,
    by: &'static str,
    unit: Unit,
    per_round: u64,
    samples: usize,
}

/// An operation of Tokio, measured by the clock, with its short name and in words.
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

    /// Each round does the operation `per_round` times.
    pub fn per_round(self, per_round: u64) -> Self {
        Self { per_round, ..self }
    }

    /// Counts processor time, because the operation mostly waits.
    pub fn cpu(self) -> Self {
        Self {
            unit: Unit::Cpu,
            ..self
        }
    }

    /// Takes fewer samples, because a round takes long.
    pub fn slow(self) -> Self {
        Self { samples: 10, ..self }
    }
}

/// Measures the operations of one question. What a method is given takes a number of rounds and does them all, or does one round.
pub struct Bench<'c> {
    group: BenchmarkGroup<'c, WallTime>,
    notes: Vec<Note>,
}

impl Bench<'_> {
    /// Measures a function that does all rounds. criterion samples flatly: each sample has the same number of rounds.
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
        // Earlier rounds were criterion's warm-up.
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

    /// Measures a function that does one round.
    pub fn repeat(&mut self, operation: Operation, once: impl Fn()) {
        self.time(operation, |rounds| {
            for _ in 0..rounds {
                once();
            }
        });
    }

    /// Measures a task that does all rounds.
    pub fn time_task<F>(&mut self, runtime: &Runtime, operation: Operation, rounds: impl Fn(u64) -> F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        self.time(operation, |count| as_task(runtime, rounds(count)));
    }

    /// Measures a task that awaits a future in each round.
    pub fn repeat_task<F>(
        &mut self,
        runtime: &Runtime,
        operation: Operation,
        once: impl Fn() -> F + Clone + Send + 'static,
    ) where
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

    /// Measures tasks that share a value, each of which does all rounds; a round of one task counts as one operation.
    pub fn time_tasks<T, F>(
        &mut self,
        runtime: &Runtime,
        operation: Operation,
        tasks: u64,
        shared: T,
        rounds: impl Fn(Arc<T>, u64) -> F + Copy + Send + 'static,
    ) where
        T: Send + Sync + 'static,
        F: Future<Output = ()> + Send + 'static,
    {
        let shared = Arc::new(shared);
        self.time(operation.per_round(tasks), |count| {
            let shared = shared.clone();
            as_task(runtime, together(tasks, move || rounds(shared.clone(), count)));
        });
    }
}

/// Measures what a question asks about, as far as criterion's filter selects it, and reports the notes.
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
