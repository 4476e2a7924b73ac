//! What things cost, as chapters quote it: measurements, ratios, tables and charts, all from `benches/results/`.

mod words;

mod scale;

mod chart;
mod table;

use async_lessons_measurements::{Measurement, Results, digits};
use words::{median, spread};

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
