//! A question's measurements as a chart: a table whose middle column is drawn, so that browsers can search it and screen readers read it.
//!
//! The scale is logarithmic, and the caption says so. A mark's shape tells the kind of library, and its bar goes from quartile to quartile.

use std::fmt::Write;

use async_lessons_measurements::{Measurement, Results, Unit};

use super::scale::{Scale, tick};
use super::words::{cell, html};
use crate::catalogue::Catalogue;
use crate::problem::Result;

/// The chart of a question: HTML; empty if nothing was measured that a scale can show.
///
/// # Errors
/// The question has no results, or their file is broken.
pub fn chart(catalogue: &Catalogue, question: &str) -> Result<String> {
    let results = Results::read(&catalogue.root, question)?;
    Ok(draw(&results))
}

fn draw(results: &Results) -> String {
    // Allocations have no place on a scale of bytes; the table has them.
    let measurements = results.measurements.iter();
    let measurements: Vec<&Measurement> = measurements.filter(|one| one.unit != Unit::Allocations).collect();
    let Some(scale) = Scale::of(&measurements) else {
        return String::new();
    };
    let mut text = head(results, &scale, measurements[0].unit);
    for operation in measurements.chunk_by(|one, next| one.name == next.name) {
        let what = html(&operation[0].what);
        writeln!(text, "<tbody><tr><th colspan=\"3\" scope=\"rowgroup\">{what}</th></tr>")
            .expect("writing to a string cannot fail");
        for measurement in operation {
            text.push_str(&row(measurement, &scale, results.floor() == Some(*measurement)));
        }
        text.push_str("</tbody>\n");
    }
    text.push_str("</table>\n</figure>\n");
    text
}

/// The beginning of the chart: its caption, and the axis as the table's head.
fn head(results: &Results, scale: &Scale, unit: Unit) -> String {
    let floor = results.floor().map_or(0.0, |floor| scale.place(floor.median));
    let mut text = format!(
        "\n<figure class=\"costs\" style=\"--floor: {floor:.1}%; --decades: {}\">\n<table>\n<caption>{} <span>Median and quartiles, on a logarithmic scale: \
         each line is ten times as {} as the one before.</span></caption>\n",
        scale.decades(),
        html(&results.asks),
        if unit == Unit::Bytes { "much" } else { "long" },
    );
    // The axis explains the columns to the eye; screen readers need their names.
    text.push_str("<thead><tr><th scope=\"col\"><span class=\"unseen\">Library</span></th><th scope=\"col\"><span class=\"unseen\">Drawn</span>");
    text.push_str("<div class=\"axis\" aria-hidden=\"true\">");
    for decade in scale.from..=scale.to {
        let place = scale.place(10f64.powi(decade));
        write!(text, "<span style=\"left: {place:.1}%\">{}</span>", tick(decade, unit))
            .expect("writing to a string cannot fail");
    }
    text.push_str("</div></th><th scope=\"col\"><span class=\"unseen\">Median, quartiles</span></th></tr></thead>\n");
    text
}

fn row(measurement: &Measurement, scale: &Scale, is_floor: bool) -> String {
    let [low, middle, high] = [measurement.low, measurement.median, measurement.high].map(|value| scale.place(value));
    let kind = match measurement.by.as_str() {
        _ if is_floor => "floor",
        "tokio" => "tokio",
        "asyncio" | "uvloop" => "python",
        _ => "other",
    };
    format!(
        "<tr class=\"{kind}\"><th scope=\"row\">{}</th><td><div class=\"track\"><span class=\"range\" style=\"left: {low:.1}%; width: {:.1}%\"></span>\
         <span class=\"mark\" style=\"left: {middle:.1}%\"></span></div></td><td>{}</td></tr>\n",
        measurement.by,
        high - low,
        cell(measurement),
    )
}

#[cfg(test)]
mod tests {
    use super::super::words::example;
    use super::*;

    #[test]
    fn each_measurement_is_a_row_below_its_operation() {
        let results = Results {
            question: "mutex".into(),
            asks: "What does a lock cost?".into(),
            date: String::new(),
            machine: String::new(),
            how: String::new(),
            versions: Default::default(),
            measurements: vec![
                example("atomic", "std", 1.0, 1.0, 1.0),
                example("lock", "tokio", 10.0, 20.0, 30.0),
                example("lock", "asyncio", 100.0, 200.0, 300.0),
            ],
        };
        let chart = draw(&results);
        assert_eq!(chart.matches("<tbody>").count(), 2, "{chart}");
        assert_eq!(chart.matches("</tbody>").count(), 2, "{chart}");
        for row in [
            "<tr class=\"floor\">",
            "<tr class=\"tokio\">",
            "<tr class=\"python\">",
            "20\u{a0}ns <span class=\"spread\">(10–30\u{a0}ns)",
        ] {
            assert!(chart.contains(row), "{row} in {chart}");
        }
    }
}
