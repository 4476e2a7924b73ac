//! What `benches/` measures, keeps in `benches/results/`, and chapters quote.
//!
//! All times are nanoseconds; memory is counted in bytes and in allocations. [`Unit`] says which of them a [`Measurement`] holds.

mod amount;
mod budget;
mod compare;
mod results;
mod selection;

use serde::{Deserialize, Serialize};

pub use amount::{amount, digits};
pub use budget::over_budget;
pub use compare::{Change, changes};
pub use results::{Results, ResultsError, questions};
pub use selection::Selection;

/// What one operation costs with one library.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measurement {
    /// The operation's short name: `uncontended`. The same operation has the same name with every library.
    pub name: String,
    /// The library: `tokio`, `std`, `asyncio`, …
    pub by: String,
    /// The operation in words.
    pub what: String,
    /// The unit of `median`, `low` and `high`.
    pub unit: Unit,
    /// The median of all samples, for one operation.
    pub median: f64,
    /// The first quartile: a quarter of the samples is below it.
    pub low: f64,
    /// The third quartile: a quarter of the samples is above it.
    pub high: f64,
    /// The processor time of one operation on all cores together, in nanoseconds: the median of all samples.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cpu: Option<f64>,
    /// The number of samples.
    pub samples: usize,
}

/// What a measurement counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Nanoseconds on the clock.
    Wall,
    /// Nanoseconds of processor time on all cores together, for an operation that mostly waits.
    Cpu,
    /// Allocated bytes.
    Bytes,
    /// Allocations.
    Allocations,
}

impl Unit {
    /// Whether this is a time, which depends on the machine's speed.
    pub fn is_time(self) -> bool {
        matches!(self, Self::Wall | Self::Cpu)
    }
}

/// What a harness, in Rust or Python, reports about one measurement: every sample.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Note {
    /// As in [`Measurement`].
    pub name: String,
    /// As in [`Measurement`].
    pub by: String,
    /// As in [`Measurement`]. Empty in Python's notes: Rust's note for the same operation has the words.
    pub what: String,
    /// The unit of `values`.
    pub unit: Unit,
    /// For each sample, the cost of one operation.
    pub values: Vec<f64>,
    /// For each sample, the processor time of one operation in nanoseconds; empty where memory is measured.
    #[serde(default)]
    pub cpu: Vec<f64>,
}

/// One measurement divided by another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// The smallest ratio while both values are between their quartiles.
    pub low: f64,
    /// The ratio of the medians.
    pub median: f64,
    /// The largest ratio while both values are between their quartiles.
    pub high: f64,
}

impl Measurement {
    /// Summarizes samples by their median and quartiles; `None` if there are no samples, or one is infinite or not a number.
    pub fn summarize(note: Note) -> Option<Self> {
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

    /// How many times as much this is as `of`. The bounds come from interval division (R. E. Moore, *Interval Analysis*, 1966).
    pub fn ratio(&self, of: &Measurement) -> Ratio {
        Ratio {
            low: self.low / of.high,
            median: self.median / of.median,
            high: self.high / of.low,
        }
    }
}

/// The values in ascending order; `None` if there are none, or one is infinite or not a number.
fn sorted(mut values: Vec<f64>) -> Option<Vec<f64>> {
    values.sort_by(f64::total_cmp);
    (!values.is_empty() && values.iter().all(|value| value.is_finite())).then_some(values)
}

/// The value below which a share (0 to 1) of the sorted values is, interpolated between the two nearest: type 7 of R. J. Hyndman and
/// Y. Fan, "Sample Quantiles in Statistical Packages", *The American Statistician* 50 (1996).
///
/// # Panics
/// There are no values.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    below + (above - below) * place.fract()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measurement_is_a_median_between_quartiles() {
        let summarize = |values: &[f64]| {
            Measurement::summarize(Note {
                name: "lock".into(),
                by: "std".into(),
                what: "lock and unlock".into(),
                unit: Unit::Wall,
                values: values.to_vec(),
                cpu: vec![],
            })
        };
        let measurement = summarize(&[4.0, 1.0, 3.0, 2.0, 10.0]).expect("there are samples");
        assert_eq!((measurement.low, measurement.median, measurement.high), (2.0, 3.0, 4.0));
        assert_eq!((measurement.cpu, measurement.samples), (None, 5));
        assert_eq!(summarize(&[]), None);
        assert_eq!(summarize(&[f64::NAN]), None);
    }
}
