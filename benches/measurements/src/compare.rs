//! Whether a new run agrees with the kept one. Machines differ in speed, so ratios are compared: each measurement to its floor.

use crate::{Measurement, Ratio, Results};

/// By what factor a ratio must leave the spreads of both runs to count as changed.
const TOLERANCE: f64 = 1.25;

/// A measurement in two runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The operation and the library: `alone tokio`.
    pub measurement: String,
    /// Its ratio to the floor in the kept run, or its amount where memory is measured; `None` if it was not measured.
    pub before: Option<f64>,
    /// The same in the new run.
    pub now: Option<f64>,
    /// Whether the two differ by more than their spreads and a quarter.
    pub is_different: bool,
}

/// Compares each measurement of two runs. What only one of them measured is different.
pub fn changes(before: &Results, now: &Results) -> Vec<Change> {
    let mut keys: Vec<(&str, &str)> = Vec::new();
    for measurement in before.measurements.iter().chain(&now.measurements) {
        let key = (measurement.name.as_str(), measurement.by.as_str());
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.into_iter()
        .map(|(name, by)| change(name, by, before, now))
        .collect()
}

fn change(name: &str, by: &str, before: &Results, now: &Results) -> Change {
    let (before, now) = (to_floor(before, name, by), to_floor(now, name, by));
    let is_different = match (&before, &now) {
        (Some(before), Some(now)) => now.low > before.high * TOLERANCE || now.high * TOLERANCE < before.low,
        _ => true,
    };
    Change {
        measurement: format!("{name} {by}"),
        before: before.map(|ratio| ratio.median),
        now: now.map(|ratio| ratio.median),
        is_different,
    }
}

/// The ratio of a measurement to its floor. Bytes and allocations do not depend on the machine's speed: they are compared as they are.
fn to_floor(results: &Results, name: &str, by: &str) -> Option<Ratio> {
    let measurement = results.measurement(name, by).ok()?;
    let is_time = |one: &&Measurement| one.unit.is_time() && measurement.unit.is_time();
    Some(match results.floor().filter(is_time) {
        Some(floor) if floor == measurement => Ratio {
            low: 1.0,
            median: 1.0,
            high: 1.0,
        },
        Some(floor) => measurement.ratio(floor),
        None => Ratio {
            low: measurement.low,
            median: measurement.median,
            high: measurement.high,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Unit;

    fn results(measurements: &[(&str, f64, f64, f64)]) -> Results {
        let measurement = |&(name, low, median, high): &(&str, f64, f64, f64)| Measurement {
            name: name.into(),
            by: "tokio".into(),
            what: String::new(),
            unit: Unit::Wall,
            median,
            low,
            high,
            cpu: None,
            samples: 30,
        };
        Results {
            question: "mutex".into(),
            asks: String::new(),
            date: String::new(),
            machine: String::new(),
            how: String::new(),
            versions: Default::default(),
            measurements: measurements.iter().map(measurement).collect(),
        }
    }

    #[test]
    fn half_the_speed_is_no_change() {
        let before = results(&[("atomic", 1.0, 1.0, 1.1), ("lock", 9.0, 10.0, 11.0)]);
        let now = results(&[("atomic", 2.0, 2.0, 2.2), ("lock", 18.0, 20.0, 22.0)]);
        assert!(changes(&before, &now).iter().all(|change| !change.is_different));
    }

    #[test]
    fn a_different_ratio_is_a_change() {
        let before = results(&[("atomic", 1.0, 1.0, 1.0), ("lock", 9.0, 10.0, 11.0)]);
        let now = results(&[("atomic", 1.0, 1.0, 1.0), ("lock", 18.0, 20.0, 22.0)]);
        let found = changes(&before, &now);
        assert!(!found[0].is_different);
        assert_eq!(
            (found[1].before, found[1].now, found[1].is_different),
            (Some(10.0), Some(20.0), true)
        );
    }

    #[test]
    fn a_measurement_of_one_run_only_is_a_change() {
        let before = results(&[("atomic", 1.0, 1.0, 1.0), ("lock", 9.0, 10.0, 11.0)]);
        let now = results(&[("atomic", 1.0, 1.0, 1.0), ("try-lock", 9.0, 10.0, 11.0)]);
        let found: Vec<_> = changes(&before, &now)
            .into_iter()
            .map(|change| (change.measurement, change.is_different))
            .collect();
        assert_eq!(
            found,
            [
                ("atomic tokio".into(), false),
                ("lock tokio".into(), true),
                ("try-lock tokio".to_owned(), true)
            ]
        );
    }
}
