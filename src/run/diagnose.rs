//! rustc's messages for the listings that must not compile.
//!
//! The listings are compiled as Cargo examples on plain Tokio. The message depends only on source, compiler and dependencies, so it
//! is stored.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::programs::{WITH_LISTINGS, cargo};
use super::redact;
use super::store::Store;
use crate::catalogue::{Catalogue, Listing, Suffix};
use crate::problem::{Result, problem, read};

/// rustc's rendered messages by the listing's name; empty for a listing that compiles without warnings.
pub type Diagnoses = BTreeMap<String, String>;

/// Returns rustc's messages for those of these listings that must not compile. Compiles the ones whose messages are not stored yet.
///
/// # Errors
/// Fails if Cargo cannot be started, or if it fails for another reason than the listings. The error includes Cargo's output.
pub fn diagnose<'a>(catalogue: &Catalogue, listings: impl IntoIterator<Item = &'a Listing>) -> Result<Diagnoses> {
    let store = store(catalogue)?;
    let mut diagnoses = Diagnoses::new();
    let mut missing = Vec::new();
    for listing in listings.into_iter().filter(|listing| listing.suffix == Suffix::Fail) {
        match store.get(key(catalogue, listing)) {
            Some(text) => drop(diagnoses.insert(listing.name(), text)),
            None => missing.push(listing),
        }
    }
    if !missing.is_empty() {
        let mut messages = compile(catalogue, &missing)?;
        for listing in missing {
            let text = messages.remove(&listing.example()).unwrap_or_default();
            store.put(key(catalogue, listing), &text);
            diagnoses.insert(listing.name(), text);
        }
    }
    Ok(diagnoses)
}

/// The error code in rustc's messages, such as `E0728`, or the name of the denied lint.
pub fn code(diagnosis: &str) -> Option<&str> {
    if let Some((_, rest)) = diagnosis.split_once("error[") {
        return rest.split_once(']').map(|(code, _)| code);
    }
    let (_, rest) = diagnosis.split_once("#![deny(")?;
    rest.split_once(')').map(|(lint, _)| lint)
}

/// The greatest number of lines of messages that need not be split.
const LONG: usize = 15;

/// Splits rustc's messages: what is read first, and the rest, which may be empty: further errors and, if the messages are long, the
/// first error's notes on the source of a library.
pub fn split(diagnosis: &str) -> (&str, &str) {
    let (first, others) = match diagnosis.find("\n\nerror") {
        Some(end) => (&diagnosis[..=end], &diagnosis[end + 2..]),
        None => (diagnosis, ""),
    };
    let is_long = diagnosis.lines().count() > LONG;
    let notes = first.match_indices("\nnote: ").map(|(at, _)| at + 1);
    let is_elsewhere = |at: &usize| {
        let place = first[*at..].lines().nth(1).unwrap_or_default();
        place.contains("--> ") && !place.contains("--> listings/")
    };
    match notes.into_iter().find(is_elsewhere).filter(|_| is_long) {
        Some(note) => diagnosis.split_at(note),
        None => (first, others),
    }
}

/// What the last of Cargo's messages contains.
const FINISHED: &str = r#""reason":"build-finished""#;

/// What rustc reported about an example.
#[derive(Debug, Default)]
struct Report {
    /// The messages with a place in a source.
    text: String,
    /// Whether one of them is an error.
    has_error: bool,
    /// The errors without a place, such as that of a full disk.
    elsewhere: String,
    /// Whether Cargo has built the example.
    is_built: bool,
}

/// Compiles listings; returns rustc's messages by the example's name.
fn compile(catalogue: &Catalogue, listings: &[&Listing]) -> Result<HashMap<String, String>> {
    let mut command = cargo(&catalogue.root);
    command.arg("build").args(WITH_LISTINGS).args([
        "--features",
        "listings/compile-fail",
        "--keep-going",
        "--message-format=json",
    ]);
    let examples: Vec<String> = listings.iter().map(|listing| listing.example()).collect();
    for example in &examples {
        command.arg("--example").arg(example);
    }
    let output = command
        .output()
        .map_err(|error| problem!("cannot start cargo: {error}"))?;
    let errors = String::from_utf8_lossy(&output.stderr);
    let messages = String::from_utf8_lossy(&output.stdout);
    let reports = reports(&messages, &catalogue.root);
    check_complete(&examples, &messages, &reports, &errors)?;
    Ok(reports
        .into_iter()
        .map(|(example, report)| (example, report.text))
        .collect())
}

/// Fails unless rustc has ended by itself, and has either compiled each example or found an error in it.
fn check_complete(examples: &[String], messages: &str, reports: &HashMap<String, Report>, errors: &str) -> Result<()> {
    // Cargo writes so only about a process that a signal ended, never about rustc's own exit codes.
    let is_interrupted = errors.contains("process didn't exit successfully");
    if is_interrupted || !messages.contains(FINISHED) {
        return Err(problem!(
            "cargo or rustc did not end by itself, so its messages may be incomplete; try again\n{errors}"
        ));
    }
    for example in examples {
        let report = reports.get(example);
        if !report.is_some_and(|report| report.has_error || report.is_built) {
            let elsewhere = report.map_or("", |report| &report.elsewhere);
            return Err(problem!(
                "cargo could not compile the example {example}, for a reason outside of the listing:\n{elsewhere}{errors}"
            ));
        }
    }
    Ok(())
}

/// The reports in what `cargo --message-format=json` writes, by the example's name.
fn reports(messages: &str, root: &Path) -> HashMap<String, Report> {
    let mut reports = HashMap::<String, Report>::new();
    for line in messages.lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else {
            continue;
        };
        let Some(example) = message["target"]["name"].as_str() else {
            continue;
        };
        let report = reports.entry(example.into()).or_default();
        report.is_built |= message["executable"].is_string();
        let message = &message["message"];
        let Some(rendered) = message["rendered"].as_str() else {
            continue;
        };
        let is_error = message["level"] == "error";
        if message["spans"].as_array().is_none_or(Vec::is_empty) {
            if is_error {
                report.elsewhere.push_str(rendered);
            }
            continue;
        }
        report.has_error |= is_error;
        // An error in a macro may produce the same message several times. Like Cargo, show it once.
        let rendered = redact::diagnostic(rendered, root);
        if !report.text.contains(&rendered) {
            report.text.push_str(&rendered);
        }
    }
    // Each message ends with an empty line. Remove the last one.
    for report in reports.values_mut() {
        report.text.truncate(report.text.trim_end().len());
        report.text.extend((!report.text.is_empty()).then_some('\n'));
    }
    reports
}

/// The store of rustc's messages, which depend on compiler and dependencies.
fn store(catalogue: &Catalogue) -> Result<Store> {
    let files = ["Cargo.lock", "rust-toolchain.toml", "listings/Cargo.toml"];
    let context = files.map(|file| read(&catalogue.root, file));
    let context = context.into_iter().collect::<Result<Vec<_>>>()?;
    Ok(Store::open(&catalogue.root, "diagnoses", context))
}

/// What else a listing's message depends on: path and source.
fn key(catalogue: &Catalogue, listing: &Listing) -> (String, Vec<u8>) {
    let path = listing.path();
    let source = fs::read(catalogue.listing_file(&path)).unwrap_or_default();
    (path, source)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of Cargo's about the example `egg`.
    fn line(level: &str, spans: &str) -> String {
        let message = format!(r#"{{"level":"{level}","spans":[{spans}],"rendered":"{level}: raw\n\n"}}"#);
        format!(r#"{{"reason":"compiler-message","target":{{"name":"egg"}},"message":{message}}}"#)
    }

    #[test]
    fn notes_on_libraries_and_further_errors_are_apart_from_the_first_error() {
        let own = "error: hot\n --> listings/a.rs:1:1\nnote: here\n --> listings/a.rs:2:2\n";
        let foreign = "note: required by a bound in `cook`\n --> ~/.cargo/registry/src/pan-1.0.0/src/lib.rs:3:3\n";
        let other = "error[E0001]: cold\n";
        let many = "  |\n".repeat(LONG);
        for (messages, rest) in [
            (format!("{own}{foreign}"), String::new()),
            (format!("{own}{many}{foreign}"), foreign.to_owned()),
            (format!("{own}\n{other}"), other.to_owned()),
            (format!("{own}{many}\n{other}{foreign}"), format!("{other}{foreign}")),
            (
                format!("{own}{foreign}{many}\n{other}"),
                format!("{foreign}{many}\n{other}"),
            ),
        ] {
            let (first, found) = split(&messages);
            assert!(first.starts_with(own), "{messages}");
            assert_eq!(found, rest, "{messages}");
        }
    }

    #[test]
    fn only_messages_of_a_compiler_that_ended_by_itself_are_used() {
        let (error, warning, disk) = (line("error", "{}"), line("warning", "{}"), line("error", ""));
        let built = r#"{"reason":"compiler-artifact","target":{"name":"egg"},"executable":"egg"}"#.to_owned();
        let finished = format!(r#"{{{FINISHED},"success":false}}"#);
        let signal = "Caused by:\n  process didn't exit successfully: `rustc` (signal: 9, SIGKILL: kill)\n";
        for (messages, errors, expected) in [
            (vec![&error], "error: could not compile", Ok("error: raw\n")),
            (
                vec![&warning, &error, &error, &disk],
                "",
                Ok("warning: raw\n\nerror: raw\n"),
            ),
            (vec![&warning, &built], "", Ok("warning: raw\n")),
            (vec![&built], "", Ok("")),
            (vec![], "", Err("")),
            (vec![&warning], "", Err("")),
            (vec![&disk], "", Err("error: raw")),
            (vec![&warning, &disk], "", Err("error: raw")),
            (vec![], "no space left", Err("no space left")),
            (vec![], signal, Err("try again")),
            (vec![&error], signal, Err("try again")),
        ] {
            let lines: Vec<&str> = messages.iter().chain([&&finished]).map(|line| line.as_str()).collect();
            let (lines, cut_off) = (lines.join("\n"), lines[..messages.len()].join("\n"));
            let reports = reports(&lines, Path::new("/"));
            let check = |messages: &str| check_complete(&["egg".to_owned()], messages, &reports, errors);
            assert!(check(&cut_off).is_err(), "cargo did not finish: {cut_off}");
            let checked = check(&lines);
            match (checked, expected) {
                (Ok(()), Ok(text)) => assert_eq!(reports["egg"].text, text, "{lines}"),
                (Err(problem), Err(reason)) => assert!(problem.message.contains(reason), "{problem}"),
                (found, _) => panic!("{found:?} for `{errors}` and {lines}"),
            }
        }
    }
}
