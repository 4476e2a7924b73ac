//! All figures of a question as a table, with what they are compared with, and how they were measured.

use std::fmt::Write;

use async_lessons_figures::{Figure, Results, Unit, amount, ratio};

use super::{spread, unbroken};
use crate::catalogue::Catalogue;
use crate::problem::Result;

/// The table of a question, folded away: the chart above it says the most important.
///
/// # Errors
/// There are no results for the question.
pub fn table(catalogue: &Catalogue, question: &str) -> Result<String> {
    let results = Results::read(&catalogue.root, question)?;
    let mut text =
        String::from("\n<details class=\"costs\"><summary>All figures, and how they were measured</summary>\n\n");
    let is_memory = results.floor().is_some_and(|floor| !floor.unit.is_time());
    text.push_str(if is_memory {
        "| What | With | Median (quartiles) | asyncio takes |\n|---|---|---:|---:|\n"
    } else {
        "| What | With | Median (quartiles) | Processor | To the floor | asyncio takes |\n|---|---|---:|---:|---:|---:|\n"
    });
    for (index, figure) in results.figures.iter().enumerate() {
        let is_again = index > 0 && results.figures[index - 1].name == figure.name;
        let what = if is_again { "" } else { &figure.what };
        let median = unbroken(&amount(figure.median, figure.unit));
        let median = format!("{median}{}{}", of_processor(figure), spread(figure));
        write!(text, "| {what} | {} | {median} |", figure.by).expect("a string takes everything");
        if !is_memory {
            let cpu = figure
                .cpu
                .map_or("–".to_owned(), |cpu| unbroken(&amount(cpu, Unit::Cpu)));
            write!(text, " {cpu} | {} |", to_floor(&results, figure)).expect("a string takes everything");
        }
        writeln!(text, " {} |", asyncio(&results, figure)).expect("a string takes everything");
    }
    let versions: Vec<String> = results
        .versions
        .iter()
        .map(|(name, version)| format!("{name} {version}"))
        .collect();
    let samples = results.figures.iter().map(|figure| figure.samples);
    let (fewest, most) = (samples.clone().min().unwrap_or(0), samples.max().unwrap_or(0));
    let samples = if fewest == most {
        most.to_string()
    } else {
        format!("{fewest} to {most}")
    };
    write!(
        text,
        "\n{samples} samples each, taken on {} on {}. {} The last column is how many times as long asyncio takes for the same. Versions: {}. \
         `cargo run bench {question}` measures it on your machine, `cargo run bench {question} --check` compares that with what stands here.\n\n</details>\n",
        results.date,
        results.machine,
        results.how,
        versions.join(", ")
    )
    .expect("a string takes everything");
    Ok(if is_memory {
        text.replace(
            "how many times as long asyncio takes",
            "how many times as much asyncio takes",
        )
    } else {
        text
    })
}

/// Says so where the time of the processor is what counts.
fn of_processor(figure: &Figure) -> &'static str {
    if figure.unit == Unit::Cpu {
        " of processor time"
    } else {
        ""
    }
}

fn to_floor(results: &Results, figure: &Figure) -> String {
    match results.floor() {
        Some(floor) if floor == figure => "the floor".into(),
        Some(floor) if figure.unit.is_time() => format!("{}×", ratio(figure.median, floor.median)),
        _ => "–".into(),
    }
}

/// How much more asyncio takes for the same.
fn asyncio(results: &Results, figure: &Figure) -> String {
    match results.figure(&figure.name, "asyncio") {
        Ok(asyncio) if asyncio.by != figure.by => format!("{}×", ratio(asyncio.median, figure.median)),
        _ => "–".into(),
    }
}
