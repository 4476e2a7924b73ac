//! Runs the listings as what they also are: Cargo examples, on plain tokio and the real clock.
//!
//! What they print must be what the stage makes them print: the stage changes when, never what.

use std::collections::HashMap;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use stage::Clock;

use super::observe::{Observation, accepted};
use super::{Ending, Finished, TIME_LIMIT, capture, redact, twin};
use crate::catalogue::{Catalogue, Listing, Suffix};
use crate::problem::{Problem, Result, problem};

/// How many listings run at a time: they wait most of the time, so more than there are processors.
const AT_A_TIME: usize = 8;

/// How long a listing that never ends is watched after the instant at which nothing more should happen, in real time.
const WATCH: Duration = Duration::from_secs(3);

/// How the report of a deadlock begins: the one thing that the stage adds to what a listing prints.
const REPORT: &str = "deadlock at ";

/// Builds and runs all listings that compile, and all twins if there is a Python to run them; for each that differs from what was
/// accepted, a report.
///
/// # Errors
/// Cargo cannot build them; its messages are on standard error.
pub fn check(catalogue: &Catalogue) -> Result<Vec<Problem>> {
    let programs = build(catalogue)?;
    let listings = catalogue.listings().filter(|listing| listing.suffix != Suffix::Fail);
    let mut reports = each(listings.collect(), |listing| {
        one(catalogue, listing, programs.get(&listing.example()))
    });
    if twin::python().is_ok() {
        let twins = catalogue
            .listings()
            .filter(|listing| twin::file(catalogue, listing).is_some());
        reports.extend(each(twins.collect(), |listing| in_python(catalogue, listing)));
    }
    Ok(reports)
}

/// How often a program that was run beside others and differed must be as accepted when it runs alone.
const ALONE: usize = 2;

/// Does something with each listing, several at a time; what went wrong.
///
/// In real time a program is late when others keep the processors busy, as those that are started beside it do. So what differs is run
/// again, alone, and must be right each time.
fn each(listings: Vec<&Listing>, act: impl Fn(&Listing) -> Result<()> + Sync) -> Vec<Problem> {
    let queue = Mutex::new(listings);
    let different = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            scope.spawn(|| {
                // Taken in a closure: the guard of a `while let` itself would be held while the listing runs.
                let next = || queue.lock().expect("no worker panics").pop();
                while let Some(listing) = next() {
                    if act(listing).is_err() {
                        different.lock().expect("no worker panics").push(listing);
                    }
                }
            });
        }
    });
    let different = different.into_inner().expect("no worker panics");
    let again = |listing: &&Listing| (0..ALONE).find_map(|_| act(listing).err());
    let mut reports: Vec<Problem> = different.iter().filter_map(again).collect();
    reports.sort();
    reports
}

/// The examples' programs by name, without the flags that the stage is built with, in a target folder of their own.
fn build(catalogue: &Catalogue) -> Result<HashMap<String, PathBuf>> {
    let mut command = super::cargo(&catalogue.root);
    command
        .args(["build", "--locked", "--package", "listings", "--examples"])
        .args(["--target-dir", "target/plain"])
        .env("CARGO_ENCODED_RUSTFLAGS", "");
    super::executables(&mut command)
}

fn one(catalogue: &Catalogue, listing: &Listing, program: Option<&PathBuf>) -> Result<()> {
    let program = program.ok_or_else(|| problem!("{listing}: Cargo has built no example {}", listing.example()))?;
    let accepted = accepted(catalogue, listing);
    let limit = limit(&accepted.stdout);
    let finished =
        capture(&mut Command::new(program), limit).map_err(|error| problem!("{listing} cannot be started: {error}"))?;
    let finished = Finished {
        stderr: redact::stderr(&finished.stderr, &catalogue.root),
        ..finished
    };
    compare(listing, &finished, &accepted)
}

/// How long a program may take that printed this on the virtual clock: where it hung there, until a little later.
fn limit(accepted: &str) -> Duration {
    let report = accepted
        .split_once(REPORT)
        .and_then(|(_, report)| report.split_once("s:"));
    match report.and_then(|(seconds, _)| seconds.parse().ok()) {
        Some(seconds) => Duration::from_secs_f64(seconds) + WATCH,
        None => TIME_LIMIT,
    }
}

/// A twin as it is, in reality.
fn in_python(catalogue: &Catalogue, listing: &Listing) -> Result<()> {
    let (accepted, _) = twin::accepted(catalogue, listing);
    let hangs = accepted.contains(REPORT);
    let finished = capture(&mut twin::command(catalogue, listing, Clock::Real)?, limit(&accepted))
        .map_err(|error| problem!("{listing} cannot be started in Python: {error}"))?;
    let ending = if hangs { Ending::TimedOut } else { Ending::Exit(0) };
    let expected = accepted.split(REPORT).next().unwrap_or_default();
    if finished.ending == ending && finished.stdout == expected && finished.stderr.is_empty() {
        return Ok(());
    }
    Err(problem!(
        "{} on the real clock {}\n--- accepted\n{expected}--- printed\n{}{}",
        listing.twin(),
        finished.ending,
        finished.stdout,
        finished.stderr
    ))
}

/// Holds a run on plain tokio against what was accepted on the stage.
///
/// # Errors
/// They differ; the message holds both.
fn compare(listing: &Listing, finished: &Finished, accepted: &Observation) -> Result<()> {
    let ending = match listing.suffix {
        // Nobody tells it there that it will never go on.
        Suffix::Hang => Some(Ending::TimedOut),
        suffix => suffix.exit_code().map(Ending::Exit),
    };
    let stdout = match listing.suffix {
        Suffix::Hang => accepted.stdout.split(REPORT).next().unwrap_or_default(),
        _ => &accepted.stdout,
    };
    if Some(finished.ending) == ending && finished.stdout == stdout && finished.stderr == accepted.stderr {
        return Ok(());
    }
    Err(problem!(
        "{listing} on plain tokio and the real clock {}\n--- accepted\n{stdout}{}--- printed\n{}{}",
        finished.ending,
        accepted.stderr,
        finished.stdout,
        finished.stderr
    ))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn listing(path: &str) -> Listing {
        Listing::from_path(path).expect("the path is a listing's")
    }

    fn printed(stdout: &str, stderr: &str, ending: Ending) -> Finished {
        Finished {
            stdout: stdout.into(),
            stderr: stderr.into(),
            ending,
        }
    }

    #[test]
    fn what_differs_is_told() {
        let accepted = Observation {
            stdout: "a\n".into(),
            stderr: String::new(),
        };
        let plain = listing("kitchen/boil/egg.rs");
        assert_eq!(compare(&plain, &printed("a\n", "", Ending::Exit(0)), &accepted), Ok(()));
        for wrong in [
            printed("b\n", "", Ending::Exit(0)),
            printed("a\n", "oh\n", Ending::Exit(0)),
            printed("a\n", "", Ending::Exit(1)),
            printed("a\n", "", Ending::TimedOut),
        ] {
            assert!(compare(&plain, &wrong, &accepted).is_err(), "{wrong:?}");
        }
        let panics = listing("kitchen/boil/egg.panic.rs");
        assert!(compare(&panics, &printed("a\n", "", Ending::Exit(0)), &accepted).is_err());
    }

    #[test]
    fn a_hang_prints_all_but_the_report_and_goes_on() {
        let hang = listing("kitchen/boil/egg.hang.rs");
        let accepted = Observation {
            stdout: "a\ndeadlock at 1.0s: …\n  main waits …\n".into(),
            stderr: String::new(),
        };
        assert_eq!(compare(&hang, &printed("a\n", "", Ending::TimedOut), &accepted), Ok(()));
        assert!(compare(&hang, &printed("a\n", "", Ending::Exit(0)), &accepted).is_err());
        assert!(compare(&hang, &printed("", "", Ending::TimedOut), &accepted).is_err());
    }

    #[test]
    fn what_differs_must_be_right_each_time_when_alone() {
        let egg = listing("kitchen/boil/egg.rs");
        // Which of its runs, counted from 0, are wrong, and whether that is reported.
        for (wrong, is_told) in [
            (vec![], false),
            (vec![0], false),
            (vec![0, 1], true),
            (vec![0, 2], true),
        ] {
            let runs = AtomicUsize::new(0);
            let act = |_: &Listing| match wrong.contains(&runs.fetch_add(1, Ordering::SeqCst)) {
                true => Err(Problem::from("late")),
                false => Ok(()),
            };
            assert_eq!(!each(vec![&egg], act).is_empty(), is_told, "{wrong:?}");
        }
    }
}
