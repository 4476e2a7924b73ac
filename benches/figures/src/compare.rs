//! Whether a new run says the same as the one that is kept. Machines differ in speed, so ratios are compared: each figure to its floor.

use crate::Results;

/// How much a ratio may differ beyond the spread of both runs before it counts as changed.
const TOLERANCE: f64 = 1.25;

/// A figure, then and now.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The operation and the library.
    pub figure: String,
    /// Its ratio to the floor in the kept run; `None` where it was not measured.
    pub before: Option<f64>,
    /// Its ratio to the floor in the new run; `None` where it was not measured.
    pub now: Option<f64>,
    /// Whether they differ by more than their spreads, and a quarter more.
    pub is_different: bool,
}

/// Compares each figure of two runs. What was measured in one run only is different.
pub fn changes(before: &Results, now: &Results) -> Vec<Change> {
    let mut figures: Vec<(&str, &str)> = Vec::new();
    for figure in before.figures.iter().chain(&now.figures) {
        let key = (figure.name.as_str(), figure.by.as_str());
        if !figures.contains(&key) {
            figures.push(key);
        }
    }
    figures
        .into_iter()
        .map(|(name, by)| change(name, by, before, now))
        .collect()
}

fn change(name: &str, by: &str, before: &Results, now: &Results) -> Change {
    let (old, new) = (range(before, name, by), range(now, name, by));
    let is_different = match (&old, &new) {
        (Some(old), Some(new)) => new.low > old.high * TOLERANCE || new.high * TOLERANCE < old.low,
        _ => true,
    };
    Change {
        figure: format!("{name} {by}"),
        before: old.map(|range| range.middle),
        now: new.map(|range| range.middle),
        is_different,
    }
}

struct Range {
    low: f64,
    middle: f64,
    high: f64,
}

/// The ratio of a figure to its floor, and between which bounds it lies when both are somewhere between their quartiles. What is counted
/// in bytes or allocations does not depend on the machine's speed: it is taken as it is.
fn range(results: &Results, name: &str, by: &str) -> Option<Range> {
    let figure = results.figure(name, by).ok()?;
    match results
        .floor()
        .filter(|floor| floor.unit.is_time() && figure.unit.is_time())
    {
        Some(floor) if floor != figure => Some(Range {
            low: figure.low / floor.high,
            middle: figure.median / floor.median,
            high: figure.high / floor.low,
        }),
        Some(_) => Some(Range {
            low: 1.0,
            middle: 1.0,
            high: 1.0,
        }),
        None => Some(Range {
            low: figure.low,
            middle: figure.median,
            high: figure.high,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Figure, Unit};

    fn results(figures: &[(&str, f64, f64, f64)]) -> Results {
        let figure = |&(name, low, median, high): &(&str, f64, f64, f64)| Figure {
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
            figures: figures.iter().map(figure).collect(),
        }
    }

    #[test]
    fn a_machine_of_half_the_speed_changes_nothing() {
        let before = results(&[("atomic", 1.0, 1.0, 1.1), ("lock", 9.0, 10.0, 11.0)]);
        let now = results(&[("atomic", 2.0, 2.0, 2.2), ("lock", 18.0, 20.0, 22.0)]);
        assert!(changes(&before, &now).iter().all(|change| !change.is_different));
    }

    #[test]
    fn another_ratio_is_a_change() {
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
    fn what_was_measured_once_only_is_a_change() {
        let before = results(&[("atomic", 1.0, 1.0, 1.0), ("lock", 9.0, 10.0, 11.0)]);
        let now = results(&[("atomic", 1.0, 1.0, 1.0), ("try-lock", 9.0, 10.0, 11.0)]);
        let found: Vec<_> = changes(&before, &now)
            .into_iter()
            .map(|change| (change.figure, change.is_different))
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
