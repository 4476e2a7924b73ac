//! The logarithmic scale of a chart.

use async_lessons_measurements::{Measurement, Unit};

/// From one power of ten, which all measurements reach, to another, which none exceeds.
pub(super) struct Scale {
    /// The exponent at the left end.
    pub(super) from: i32,
    /// The exponent at the right end; greater than `from`.
    pub(super) to: i32,
}

impl Scale {
    /// The scale that fits measurements; `None` if one is 0 or there are none, since a logarithmic scale has no place for them.
    pub(super) fn of(measurements: &[&Measurement]) -> Option<Self> {
        let low = measurements.iter().map(|one| one.low).fold(f64::INFINITY, f64::min);
        let high = measurements.iter().map(|one| one.high).fold(0.0, f64::max);
        if !(low > 0.0 && high.is_finite() && low <= high) {
            return None;
        }
        let from = low.log10().floor() as i32;
        let to = high.log10().ceil() as i32;
        Some(Self {
            from,
            to: to.max(from + 1),
        })
    }

    /// How many powers of ten the scale is long.
    pub(super) fn decades(&self) -> i32 {
        self.to - self.from
    }

    /// The place of a value, in percent of the width from the left.
    pub(super) fn place(&self, value: f64) -> f64 {
        100.0 * (value.log10() - f64::from(self.from)) / f64::from(self.decades())
    }
}

/// A power of ten with a short unit. Memory is in kB and MB here and not in KiB: the ticks are powers of ten, not of 1,024.
pub(super) fn tick(decade: i32, unit: Unit) -> String {
    match unit {
        Unit::Wall | Unit::Cpu => {
            let (unit, decade) = match decade {
                ..3 => ("ns", decade),
                3..6 => ("µs", decade - 3),
                6..9 => ("ms", decade - 6),
                9.. => ("s", decade - 9),
            };
            format!("{}\u{a0}{unit}", 10f64.powi(decade))
        }
        Unit::Bytes | Unit::Allocations => match decade {
            ..3 => format!("{}\u{a0}B", 10f64.powi(decade)),
            3..6 => format!("{}\u{a0}kB", 10f64.powi(decade - 3)),
            6.. => format!("{}\u{a0}MB", 10f64.powi(decade - 6)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::example;
    use super::*;

    #[test]
    fn the_scale_is_logarithmic_and_holds_every_measurement() {
        let short = example("a", "std", 2.0, 3.0, 4.0);
        let long = example("b", "tokio", 100.0, 200.0, 1_500.0);
        let scale = Scale::of(&[&short, &long]).expect("there are measurements");
        assert_eq!((scale.from, scale.to), (0, 4));
        assert_eq!(
            [1.0, 100.0, 10_000.0].map(|value| scale.place(value)),
            [0.0, 50.0, 100.0]
        );
        let one = example("a", "std", 5.0, 5.0, 5.0);
        assert_eq!(Scale::of(&[&one]).expect("there is one").decades(), 1);
        assert!(Scale::of(&[]).is_none());
        let zero = example("a", "std", 0.0, 0.0, 0.0);
        assert!(Scale::of(&[&zero]).is_none(), "zero has no place on it");
    }

    #[test]
    fn ticks_have_units() {
        let ticks: Vec<String> = [-1, 0, 2, 3, 7, 9].map(|decade| tick(decade, Unit::Wall)).into();
        assert_eq!(ticks.join(" ").replace('\u{a0}', ""), "0.1ns 1ns 100ns 1µs 10ms 1s");
        assert_eq!(tick(4, Unit::Bytes), "10\u{a0}kB");
    }
}
