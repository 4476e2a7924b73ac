//! Measured values in words: two significant digits, and a unit that fits.

use crate::Unit;

/// A value, in nanoseconds for times, with a unit that fits: `21 ns`, `1.3 µs`, `280 bytes`.
pub fn amount(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Wall | Unit::Cpu => time(value),
        Unit::Bytes if value < 10_000.0 => format!("{} bytes", thousands(&format!("{value:.0}"))),
        Unit::Bytes => format!("{} KiB", digits(value / 1024.0)),
        // A thousand tasks cause a few more than a thousand allocations, because the runtime's own lists grow.
        Unit::Allocations if format!("{value:.1}") == "1.0" => "1 allocation".into(),
        Unit::Allocations if (value - value.round()).abs() < 0.05 => format!("{value:.0} allocations"),
        Unit::Allocations => format!("{} allocations", digits(value)),
    }
}

fn time(nanoseconds: f64) -> String {
    // From these limits on, rounding to two digits would give a third.
    for (limit, scale, unit) in [(995.0, 1.0, "ns"), (995e3, 1e3, "µs"), (995e6, 1e6, "ms")] {
        if nanoseconds < limit {
            return format!("{} {unit}", digits(nanoseconds / scale));
        }
    }
    format!("{} s", digits(nanoseconds / 1e9))
}

/// A number rounded to two significant digits, with a comma between thousands and never in scientific notation: `23`, `1.4`, `12,000`.
pub fn digits(value: f64) -> String {
    if value == 0.0 {
        return "0".into();
    }
    let magnitude = value.abs().log10().floor() as i32;
    // Rounding may carry into the next magnitude: 9.96 has one decimal, but is 10.
    let scale = 10f64.powi(1 - magnitude);
    let rounded = (value * scale).round() / scale;
    let magnitude = rounded.abs().log10().floor() as i32;
    let text = format!("{rounded:.*}", usize::try_from(1 - magnitude).unwrap_or(0));
    thousands(&text)
}

/// Sets a comma between the thousands of a number in digits.
fn thousands(text: &str) -> String {
    let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_two_digits_and_a_fitting_unit() {
        for (value, expected) in [
            (0.0, "0 ns"),
            (0.524, "0.52 ns"),
            (3.96, "4.0 ns"),
            (9.96, "10 ns"),
            (21.4, "21 ns"),
            (994.0, "990 ns"),
            (996.0, "1.0 µs"),
            (12_345.0, "12 µs"),
            (996_000.0, "1.0 ms"),
            (2.5e9, "2.5 s"),
        ] {
            assert_eq!(amount(value, Unit::Wall), expected, "{value}");
        }
        assert_eq!(amount(280.0, Unit::Bytes), "280 bytes");
        assert_eq!(amount(65_536.0, Unit::Bytes), "64 KiB");
        assert_eq!(amount(1.0, Unit::Allocations), "1 allocation");
        assert_eq!(amount(1.001, Unit::Allocations), "1 allocation");
        assert_eq!(amount(2.0, Unit::Allocations), "2 allocations");
        assert_eq!(amount(8_120.0, Unit::Bytes), "8,120 bytes");
        assert_eq!(digits(12_345.6), "12,000");
        assert_eq!(digits(0.062_5), "0.063");
    }
}
