//! A measurement in words: median, spread and unit, as HTML.

use async_lessons_measurements::{Measurement, Unit, amount};
use timeline::html::escape;

/// What a chart or a table shows of a measurement: median, spread, and whether it is processor time.
pub(super) fn cell(measurement: &Measurement) -> String {
    let of_processor = match measurement.unit {
        Unit::Cpu => " of processor time",
        _ => "",
    };
    median(measurement) + of_processor + &spread(measurement)
}

pub(super) fn median(measurement: &Measurement) -> String {
    unbroken(&amount(measurement.median, measurement.unit))
}

/// The quartiles in parentheses; nothing if they read the same, as those of counted memory do.
pub(super) fn spread(measurement: &Measurement) -> String {
    let [low, high] = [measurement.low, measurement.high].map(|value| amount(value, measurement.unit));
    if low == high {
        return String::new();
    }
    // A unit that both share is written once.
    let low = match (low.rsplit_once(' '), high.rsplit_once(' ')) {
        (Some((number, unit)), Some((_, other))) if unit == other => number.to_owned(),
        _ => low,
    };
    format!(" <span class=\"spread\">({low}–{})</span>", unbroken(&high))
}

/// Keeps number and unit on one line.
pub(super) fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// HTML for an operation's words, which hold inline code as Markdown does.
pub(super) fn html(text: &str) -> String {
    let escaped = escape(text);
    let mut pieces = escaped.split('`');
    let mut html = pieces.next().unwrap_or_default().to_owned();
    for (index, piece) in pieces.enumerate() {
        html.push_str(if index % 2 == 0 { "<code>" } else { "</code>" });
        html.push_str(piece);
    }
    html
}

/// A measurement for tests, in nanoseconds.
#[cfg(test)]
pub(super) fn example(name: &str, by: &str, low: f64, median: f64, high: f64) -> Measurement {
    Measurement {
        name: name.into(),
        by: by.into(),
        what: format!("Do `{name}`"),
        unit: Unit::Wall,
        median,
        low,
        high,
        cpu: None,
        samples: 30,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measurement_has_its_spread_beside_it() {
        let spread_of = |low, high| spread(&example("alone", "tokio", low, 21.0, high));
        assert_eq!(spread_of(20.0, 22.4), " <span class=\"spread\">(20–22\u{a0}ns)</span>");
        assert_eq!(
            spread_of(20.0, 2_000.0),
            " <span class=\"spread\">(20 ns–2.0\u{a0}µs)</span>"
        );
        assert_eq!(spread_of(21.0, 21.0), "", "what is counted has no spread");
    }

    #[test]
    fn words_become_html() {
        assert_eq!(
            html("a `Vec<T>` & `b`"),
            "a <code>Vec&lt;T&gt;</code> &amp; <code>b</code>"
        );
    }
}
