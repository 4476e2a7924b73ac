//! Measured figures: what `benches/` finds out, keeps in `benches/results/`, and what the chapters quote.

mod amount;
mod compare;

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

pub use amount::{amount, ratio};
pub use compare::{Change, changes};

/// What was measured for one question, in one run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// The question's short name: `mutex`.
    pub question: String,
    /// The question in words.
    pub asks: String,
    /// The day, as `2026-11-25`.
    pub date: String,
    /// The machine, in words.
    pub machine: String,
    /// How it was measured, in words.
    pub how: String,
    /// Of everything that was measured, and what measured it.
    pub versions: BTreeMap<String, String>,
    /// The figures, in the order in which they are shown. The first one is the floor: what the others are compared with.
    pub figures: Vec<Figure>,
}

/// One figure: what one operation costs with one library.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The operation's short name: `uncontended`. The same operation has the same name with every library.
    pub name: String,
    /// The library: `tokio`, `std`, `asyncio`, …
    pub by: String,
    /// The operation in words.
    pub what: String,
    /// What is counted.
    pub unit: Unit,
    /// The median of all samples, for one operation.
    pub median: f64,
    /// A quarter of the samples lies below this.
    pub low: f64,
    /// A quarter of the samples lies above this.
    pub high: f64,
    /// The processor time of one operation on all cores together, in nanoseconds: the median of all samples.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cpu: Option<f64>,
    /// How many samples there are.
    pub samples: usize,
}

/// Why a figure cannot be quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoFigure {
    /// The file of results that is missing, broken or lacks the figure, seen from the project's root.
    pub file: String,
    /// What is wrong with it and what to do about it.
    pub message: String,
}

impl fmt::Display for NoFigure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.file, self.message)
    }
}

impl std::error::Error for NoFigure {}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Nanoseconds that pass on the clock.
    Wall,
    /// Nanoseconds of processor time, on all cores together: where an operation consists of waiting.
    Cpu,
    /// Bytes that are allocated.
    Bytes,
    /// Allocations.
    Allocations,
}

/// What a harness reports of one figure, in Rust as in Python: a line of JSON.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Note {
    /// As in [`Figure`].
    pub name: String,
    /// As in [`Figure`].
    pub by: String,
    /// As in [`Figure`].
    pub what: String,
    /// As in [`Figure`].
    pub unit: Unit,
    /// For each sample, what one operation took, in the figure's unit.
    pub values: Vec<f64>,
    /// For each sample, the processor time of one operation, in nanoseconds; empty where time is not what counts.
    #[serde(default)]
    pub cpu: Vec<f64>,
}

impl Unit {
    /// Whether it is a time, which depends on the machine's speed.
    pub fn is_time(self) -> bool {
        matches!(self, Self::Wall | Self::Cpu)
    }
}

/// The questions that the project in `root` can ask, sorted: each Rust file in `benches/questions`, but for those that all share.
pub fn questions(root: &Path) -> Vec<String> {
    let files = fs::read_dir(root.join("benches/questions"))
        .into_iter()
        .flatten()
        .flatten();
    let mut questions: Vec<String> = files
        .filter_map(|file| file.file_name().to_str()?.strip_suffix(".rs").map(str::to_owned))
        .filter(|name| !["main", "harness"].contains(&name.as_str()))
        .collect();
    questions.sort();
    questions
}

impl Results {
    /// Reads the results of one question from `benches/results/`.
    ///
    /// # Errors
    /// There are none for this question, or the file is broken.
    pub fn read(root: &Path, question: &str) -> Result<Self, NoFigure> {
        let name = format!("benches/results/{question}.json");
        let text = fs::read_to_string(root.join(&name)).map_err(|error| NoFigure {
            message: format!(
                "{error}; `cargo run bench {question}` measures it, `benches/questions` has what can be asked"
            ),
            file: name.clone(),
        })?;
        serde_json::from_str(&text).map_err(|error| NoFigure {
            message: format!("{error}; `cargo run bench {question}` makes it anew"),
            file: name,
        })
    }

    /// The figure of an operation with a library.
    ///
    /// # Errors
    /// It was not measured; the message lists what was.
    pub fn figure(&self, name: &str, by: &str) -> Result<&Figure, NoFigure> {
        let found = self
            .figures
            .iter()
            .find(|figure| figure.name == name && figure.by == by);
        found.ok_or_else(|| {
            let known: Vec<String> = self
                .figures
                .iter()
                .map(|figure| format!("{} {}", figure.name, figure.by))
                .collect();
            NoFigure {
                file: format!("benches/results/{}.json", self.question),
                message: format!("there is no figure `{name} {by}`, but {}", known.join(", ")),
            }
        })
    }

    /// What the others are compared with.
    pub fn floor(&self) -> Option<&Figure> {
        self.figures.first()
    }
}

impl Figure {
    /// Sums up what a harness has reported; `None` when that is nothing.
    pub fn sum_up(note: Note) -> Option<Self> {
        let values = sorted(note.values)?;
        Some(Self {
            name: note.name,
            by: note.by,
            what: note.what,
            unit: note.unit,
            median: quantile(&values, 0.5),
            low: quantile(&values, 0.25),
            high: quantile(&values, 0.75),
            cpu: sorted(note.cpu).map(|cpu| quantile(&cpu, 0.5)),
            samples: values.len(),
        })
    }
}

/// In ascending order; `None` for nothing, or for what cannot be ordered.
fn sorted(mut values: Vec<f64>) -> Option<Vec<f64>> {
    values.sort_by(f64::total_cmp);
    (!values.is_empty() && values.iter().all(|value| value.is_finite())).then_some(values)
}

/// The value below which a share of the sorted values lies, interpolated between the two nearest (type 7 of Hyndman and Fan, 1996).
pub fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    below + (above - below) * place.fract()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_a_median_between_quartiles() {
        let note = Note {
            name: "lock".into(),
            by: "std".into(),
            what: "lock and unlock".into(),
            unit: Unit::Wall,
            values: vec![4.0, 1.0, 3.0, 2.0, 10.0],
            cpu: vec![],
        };
        let figure = Figure::sum_up(note.clone()).expect("there are samples");
        assert_eq!((figure.low, figure.median, figure.high), (2.0, 3.0, 4.0));
        assert_eq!((figure.cpu, figure.samples), (None, 5));
        assert_eq!(
            Figure::sum_up(Note {
                values: vec![],
                ..note.clone()
            }),
            None
        );
        assert_eq!(
            Figure::sum_up(Note {
                values: vec![f64::NAN],
                ..note
            }),
            None
        );
    }
}
