//! What things cost, as chapters quote it: measurements, ratios, tables and charts, all from `benches/results/`.

mod chart;
mod scale;
mod table;

use async_lessons_measurements::{Measurement, Results, Unit, amount, digits};
use timeline::html::escape;

use crate::catalogue::Catalogue;
use crate::problem::{Result, problem};

pub use chart::chart;
pub use table::table;

/// A measurement that a chapter names `QUESTION/OPERATION`, or `QUESTION/OPERATION:LIBRARY` if the library is not Tokio.
fn named(catalogue: &Catalogue, name: &str) -> Result<(Results, Measurement)> {
    let (path, by) = name.split_once(':').unwrap_or((name, "tokio"));
    let Some((question, operation)) = path.split_once('/') else {
        return Err(problem!(
            "`{name}` names no measurement; write QUESTION/OPERATION, or QUESTION/OPERATION:LIBRARY if the library is not tokio"
        ));
    };
    let results = Results::read(&catalogue.root, question)?;
    let measurement = results.measurement(operation, by)?.clone();
    Ok((results, measurement))
}

/// A measurement with its spread, for a sentence: HTML.
///
/// # Errors
/// The name is not one of a measurement, or nothing was measured under it.
pub fn measurement(catalogue: &Catalogue, name: &str) -> Result<String> {
    let (_, measurement) = named(catalogue, name)?;
    Ok(median(&measurement) + &spread(&measurement))
}

/// How many times as much one measurement is as another, with the bounds that their quartiles allow, for a sentence: HTML.
///
/// # Errors
/// One was not measured, or the two cannot be compared: they count different things, or come from different machines.
pub fn times(catalogue: &Catalogue, name: &str, of: &str) -> Result<String> {
    let ((results, measurement), (of_results, of_measurement)) = (named(catalogue, name)?, named(catalogue, of)?);
    let (unit, of_unit) = (measurement.unit, of_measurement.unit);
    if unit != of_unit && !(unit.is_time() && of_unit.is_time()) {
        return Err(problem!("`{name}` and `{of}` count different things"));
    }
    if results.machine != of_results.machine {
        return Err(problem!(
            "`{name}` and `{of}` were measured on different machines; `cargo run bench` measures all on one"
        ));
    }
    let ratio = measurement.ratio(&of_measurement);
    let (low, high) = (digits(ratio.low), digits(ratio.high));
    let range = if low == high {
        String::new()
    } else {
        format!(" <span class=\"spread\">({low}–{high})</span>")
    };
    Ok(digits(ratio.median) + &range)
}

/// What a chart or a table shows of a measurement: median, spread, and whether it is processor time.
fn cell(measurement: &Measurement) -> String {
    let of_processor = match measurement.unit {
        Unit::Cpu => " of processor time",
        _ => "",
    };
    median(measurement) + of_processor + &spread(measurement)
}

fn median(measurement: &Measurement) -> String {
    unbroken(&amount(measurement.median, measurement.unit))
}

/// The quartiles in parentheses; nothing if they read the same, as those of counted memory do.
fn spread(measurement: &Measurement) -> String {
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
fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// HTML for an operation's words, which hold inline code as Markdown does.
fn html(text: &str) -> String {
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
fn example(name: &str, by: &str, low: f64, median: f64, high: f64) -> Measurement {
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
