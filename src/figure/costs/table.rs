//! All measurements of a question as a table, with their floor, their ratios to asyncio, and how they were measured.

use std::fmt::Write;

use async_lessons_measurements::{Measurement, Results, Unit, amount, digits};

use super::words::{cell, unbroken};
use crate::catalogue::Catalogue;
use crate::problem::Result;

/// The table of a question, folded: Markdown within HTML. The chart above it shows what matters most.
///
/// # Errors
/// The question has no results, or their file is broken.
pub fn table(catalogue: &Catalogue, question: &str) -> Result<String> {
    let results = Results::read(&catalogue.root, question)?;
    let is_memory = results.floor().is_some_and(|floor| !floor.unit.is_time());
    let mut text =
        String::from("\n<details class=\"costs\"><summary>All figures, and how they were measured</summary>\n\n");
    text.push_str(if is_memory {
        "| What | With | Median (quartiles) | asyncio takes |\n|---|---|---:|---:|\n"
    } else {
        "| What | With | Median (quartiles) | Processor | To the floor | asyncio takes |\n|---|---|---:|---:|---:|---:|\n"
    });
    for operation in results.measurements.chunk_by(|one, next| one.name == next.name) {
        for (index, measurement) in operation.iter().enumerate() {
            let what = if index == 0 { &measurement.what } else { "" };
            text.push_str(&row(&results, measurement, what, is_memory));
        }
    }
    text.push_str(&how(&results, is_memory));
    Ok(text)
}

fn row(results: &Results, measurement: &Measurement, what: &str, is_memory: bool) -> String {
    let mut row = format!("| {what} | {} | {} |", measurement.by, cell(measurement));
    if !is_memory {
        let cpu = measurement.cpu.map(|cpu| unbroken(&amount(cpu, Unit::Cpu)));
        let cpu = cpu.as_deref().unwrap_or("–");
        write!(row, " {cpu} | {} |", to_floor(results, measurement)).expect("writing to a string cannot fail");
    }
    row + &format!(" {} |\n", asyncio(results, measurement))
}

/// The end of the table: how, when and where it was measured.
fn how(results: &Results, is_memory: bool) -> String {
    let versions = results.versions.iter();
    let versions: Vec<String> = versions.map(|(name, version)| format!("{name} {version}")).collect();
    let samples = results.measurements.iter().map(|one| one.samples);
    let (fewest, most) = (samples.clone().min().unwrap_or(0), samples.max().unwrap_or(0));
    let samples = if fewest == most {
        most.to_string()
    } else {
        format!("{fewest} to {most}")
    };
    format!(
        "\n{samples} samples each, taken on {} on {}. {} The last column is how many times as {} asyncio takes for the same. Versions: {}. \
         `cargo run bench {question}` measures it on your machine, `cargo run bench {question} --check` compares that with what stands here.\n\n</details>\n",
        results.date,
        results.machine,
        results.how,
        if is_memory { "much" } else { "long" },
        versions.join(", "),
        question = results.question,
    )
}

fn to_floor(results: &Results, measurement: &Measurement) -> String {
    match results.floor() {
        Some(floor) if floor == measurement => "the floor".into(),
        Some(floor) if measurement.unit.is_time() => format!("{}×", digits(measurement.ratio(floor).median)),
        _ => "–".into(),
    }
}

/// How many times as much asyncio takes for the same operation.
fn asyncio(results: &Results, measurement: &Measurement) -> String {
    match results.measurement(&measurement.name, "asyncio") {
        Ok(asyncio) if asyncio.by != measurement.by => format!("{}×", digits(asyncio.ratio(measurement).median)),
        _ => "–".into(),
    }
}
