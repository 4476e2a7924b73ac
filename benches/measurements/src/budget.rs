//! What must not cost more than so many times its floor.

use crate::Results;

/// Question, operation and how many times as long as its floor it may take.
const BUDGETS: [(&str, &str, f64); 2] = [("stage", "run", 2.0), ("stage", "traced", 8.0)];

/// What is wrong with results in which an operation takes longer than it may; `None` if none does.
pub fn over_budget(results: &Results) -> Option<String> {
    let floor = results.floor()?;
    BUDGETS.iter().find_map(|&(question, name, limit)| {
        let mut measurements = results.measurements.iter();
        let slow = measurements.find(|one| question == results.question && name == one.name)?;
        let times = slow.ratio(floor).median;
        (times > limit).then(|| {
            format!(
                "`{name} {}` takes {times:.1} times as long as `{} {}`, but it may only take {limit} times as long: make it faster",
                slow.by, floor.name, floor.by
            )
        })
    })
}

#[cfg(test)]
mod tests {
    use super::over_budget;
    use crate::{Measurement, Results, Unit};

    #[test]
    fn what_takes_longer_than_it_may_is_found() {
        let measurement = |(name, median): (&str, f64)| Measurement {
            name: name.into(),
            by: "tokio".into(),
            what: String::new(),
            unit: Unit::Cpu,
            median,
            low: median,
            high: median,
            cpu: None,
            samples: 20,
        };
        let over = |question: &str, run, traced| {
            over_budget(&Results {
                question: question.into(),
                asks: String::new(),
                date: String::new(),
                machine: String::new(),
                how: String::new(),
                versions: Default::default(),
                measurements: [("plain", 10.0), ("run", run), ("traced", traced)]
                    .map(measurement)
                    .into(),
            })
        };
        assert_eq!(over("stage", 20.0, 80.0), None);
        assert_eq!(over("other", 30.0, 90.0), None);
        let message = "`run tokio` takes 2.1 times as long as `plain tokio`, but it may only take 2 times as long: make it faster";
        assert_eq!(over("stage", 21.0, 80.0).as_deref(), Some(message));
        assert!(over("stage", 20.0, 81.0).is_some_and(|message| message.starts_with("`traced tokio` takes 8.1 ")));
    }
}
