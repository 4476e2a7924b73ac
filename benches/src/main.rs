//! Measures what things cost in Rust and in Python, and keeps the results or compares them with the kept ones.
//!
//! Exit codes: 0 good; 1 something failed, has changed or is too slow, or the machine was too busy; 2 wrong usage.

mod harnesses;
mod machine;
mod quiet;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use async_lessons_measurements::{Change, Measurement, Note, Results, Selection, changes, over_budget, questions};
use clap::Parser;
use harnesses::{Harnesses, Measured};

/// How many times a question is asked at most, until the machine is quiet meanwhile.
const ATTEMPTS: usize = 3;

/// Measures what things cost in Rust and in asyncio, and keeps the results in benches/results.
#[derive(Parser)]
#[command(
    bin_name = "cargo run bench",
    after_help = "`cargo bench` in the folder benches runs only the Rust half, and keeps nothing."
)]
struct Cli {
    #[command(flatten)]
    selection: Selection,
}

fn main() -> ExitCode {
    let selection = Cli::parse().selection;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package is a folder of the project");
    let known = questions(root);
    if selection.questions.is_empty() && !selection.all {
        eprintln!(
            "error: expected the questions to ask, or `--all`, which takes up to ten minutes; the questions are {}",
            known.join(", ")
        );
        return ExitCode::from(2);
    }
    if let Some(unknown) = selection.questions.iter().find(|question| !known.contains(question)) {
        eprintln!(
            "error: no question is called `{unknown}`; the questions are {}",
            known.join(", ")
        );
        return ExitCode::from(2);
    }
    let questions = if selection.all { known } else { selection.questions };
    match measure(root, &questions, selection.check) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Asks one question after the other. Returns whether the machine was quiet for all of them, nothing is too slow
/// and, with `is_check`, nothing has changed.
fn measure(root: &Path, questions: &[String], is_check: bool) -> Result<bool> {
    let harnesses = Harnesses::build(root, questions)?;
    let mut is_good = true;
    for (index, question) in questions.iter().enumerate() {
        eprintln!("\n[{}/{}] {question}", index + 1, questions.len());
        let (results, noise) = quietly(root, &harnesses, question)?;
        if is_check {
            is_good &= compare(&Results::read(root, question)?, &results).context("cannot write to standard output")?;
        }
        let noisy = noise.map(|noise| format!("too noisy: {noise}"));
        let fault = noisy.or_else(|| over_budget(&results).map(|message| format!("too slow: {message}")));
        if let Some(fault) = fault {
            let file = write(&root.join("target/benches"), &results)?;
            eprintln!(
                "{fault}; benches/results/{question}.json is unchanged, the new results are in {}",
                file.display()
            );
            is_good = false;
        } else if !is_check {
            let file = write(&root.join("benches/results"), &results)?;
            eprintln!("{} measurements in {}", results.measurements.len(), file.display());
        }
    }
    if !is_good && !is_check {
        eprintln!("\nSome results were not kept. Where it was too noisy, close all other programs, and ask again.");
    }
    Ok(is_good)
}

/// Measures until the machine is quiet before and after, but not more than [`ATTEMPTS`] times. Returns the last results and, if it was
/// not quiet even then, the noise.
fn quietly(root: &Path, harnesses: &Harnesses, question: &str) -> Result<(Results, Option<String>)> {
    for attempt in 1.. {
        let before = quiet::noise();
        let measured = harnesses.ask(question)?;
        let noise = before.or_else(quiet::noise);
        match &noise {
            Some(noise) if attempt < ATTEMPTS => eprintln!("too noisy: {noise}; measuring again"),
            _ => return Ok((results(root, question, measured)?, noise)),
        }
    }
    unreachable!("the last attempt returns")
}

/// Turns what the harnesses noted into results.
fn results(root: &Path, question: &str, measured: Measured) -> Result<Results> {
    let measurements = summarize(question, measured.notes)?;
    let mut versions = machine::versions(root, measurements.iter().map(|one| one.by.as_str()))?;
    versions.extend(measured.versions);
    Ok(Results {
        question: question.into(),
        asks: measured.asks,
        date: jiff::Zoned::now().date().to_string(),
        machine: machine::in_words(),
        how: if question == "stage" { HOW_ON_STAGE } else { HOW }.into(),
        versions,
        measurements,
    })
}

const HOW: &str = "Rust: release build with Cargo's defaults; each sample is a loop of many rounds in one run of the process, after 0.2 s of \
    warm-up. Python: a loop of rounds within one run of the event loop, garbage collector on. Median and quartiles of the samples; \
    processor time of the whole process, all cores together.";

const HOW_ON_STAGE: &str = "Built in Cargo's dev profile, as listings are; each sample is a process of its own, one of each operation in turn. \
    Median and quartiles of the samples; processor time of the whole process, all cores together.";

/// Summarizes notes, and groups them by operation. A note without words gets those of its operation.
fn summarize(question: &str, notes: Vec<Note>) -> Result<Vec<Measurement>> {
    let mut measurements: Vec<Measurement> = Vec::new();
    for note in notes {
        let name = format!("{} {}", note.name, note.by);
        let mut measurement = Measurement::summarize(note)
            .with_context(|| format!("{question}: `{name}` has no samples that are numbers"))?;
        let last = measurements.iter().rposition(|other| other.name == measurement.name);
        if measurement.what.is_empty() {
            let Some(last) = last else {
                bail!("benches/questions/{question}.py measures `{name}`, which {question}.rs does not name");
            };
            measurement.what.clone_from(&measurements[last].what);
        }
        measurements.insert(last.map_or(measurements.len(), |last| last + 1), measurement);
    }
    Ok(measurements)
}

/// Writes results into a folder, completely or not at all. Returns their file.
fn write(folder: &Path, results: &Results) -> Result<PathBuf> {
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let file = folder.join(format!("{}.json", results.question));
    let mut next = tempfile::NamedTempFile::new_in(folder).context("cannot write the results")?;
    serde_json::to_writer_pretty(&mut next, results)?;
    writeln!(next).context("cannot write the results")?;
    next.persist(&file)
        .with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

/// Prints each ratio to the floor in both runs. Returns whether none has changed.
fn compare(before: &Results, now: &Results) -> io::Result<bool> {
    let changes = changes(before, now);
    let mut output = io::stdout().lock();
    for Change {
        measurement,
        before,
        now,
        is_different,
    } in &changes
    {
        let ratio = |ratio: &Option<f64>| ratio.map_or("–".into(), |ratio| format!("{ratio:.2}"));
        let mark = if *is_different { "differs" } else { "" };
        writeln!(
            output,
            "{measurement:32} {:>12} {:>12}  {mark}",
            ratio(before),
            ratio(now)
        )?;
    }
    Ok(changes.iter().all(|change| !change.is_different))
}
