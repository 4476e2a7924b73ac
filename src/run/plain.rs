//! Runs the listings as Cargo examples, on plain Tokio and the real clock.
//!
//! They must print the same as on the stage, which changes when a listing does something, but never what it does.

use std::collections::HashMap;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use stage::Clock;

use super::output::{Output, snapshots};
use super::process::{Ending, Finished, TIME_LIMIT, capture};
use super::programs::{cargo, executables};
use super::{redact, twin};
use crate::catalogue::{Catalogue, Listing, Suffix};
use crate::problem::{Problem, Result, excerpt, problem};

/// How many programs run in parallel. They mostly wait, so there may be more of them than processors.
const AT_A_TIME: usize = 8;

/// How long to watch a listing that hangs, in real time after the instant of its deadlock.
const WATCH: Duration = Duration::from_secs(3);

/// How the stage's report of a deadlock begins. It is the only thing that the stage adds to a listing's output.
const DEADLOCK_REPORT: &str = "deadlock at ";

/// Builds and runs those of these listings that compile and, if there is a supported Python, their twins. Returns a problem for each
/// one whose output differs from its snapshots.
///
/// # Errors
/// Fails if Cargo cannot build the listings. Its messages go to standard error.
pub fn check(catalogue: &Catalogue, listings: &[&Listing]) -> Result<Vec<Problem>> {
    let of = |is_wanted: &dyn Fn(&Listing) -> bool| {
        let wanted = listings.iter().copied().filter(|listing| is_wanted(listing));
        wanted.collect::<Vec<_>>()
    };
    let compiling = of(&|listing| listing.suffix != Suffix::Fail);
    let programs = build(catalogue, &compiling)?;
    let mut problems = check_all(compiling, |listing| {
        check_listing(catalogue, listing, programs.get(&listing.example()))
    });
    if twin::python().is_ok() {
        let twins = of(&|listing| twin::file(catalogue, listing).is_some());
        problems.extend(check_all(twins, |listing| check_twin(catalogue, listing)));
    }
    Ok(problems)
}

/// How many times a program that failed beside others must succeed when it runs alone.
const RETRIES: usize = 2;

/// Checks listings in parallel; returns the problems.
///
/// On the real clock, a program is late if others keep the processors busy. So each failed check is repeated alone, and must then
/// succeed every time.
fn check_all(listings: Vec<&Listing>, check: impl Fn(&Listing) -> Result<()> + Sync) -> Vec<Problem> {
    let queue = Mutex::new(listings);
    let failed = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            scope.spawn(|| {
                // A `while let` on the guard itself would hold the lock while the listing runs.
                let next = || queue.lock().expect("no worker panics").pop();
                while let Some(listing) = next() {
                    if check(listing).is_err() {
                        failed.lock().expect("no worker panics").push(listing);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().expect("no worker panics");
    let retry = |listing: &&Listing| (0..RETRIES).find_map(|_| check(listing).err());
    let mut problems: Vec<Problem> = failed.iter().filter_map(retry).collect();
    problems.sort();
    problems
}

/// Builds the listings' examples without the compiler flags of the stage, in their own target folder; returns the programs' paths by
/// name.
fn build(catalogue: &Catalogue, listings: &[&Listing]) -> Result<HashMap<String, PathBuf>> {
    if listings.is_empty() {
        return Ok(HashMap::new());
    }
    let mut command = cargo(&catalogue.root);
    command
        .args(["build", "--locked", "--package", "listings"])
        .args(
            listings
                .iter()
                .flat_map(|listing| ["--example".to_owned(), listing.example()]),
        )
        .args(["--target-dir", "target/plain"])
        .env("CARGO_ENCODED_RUSTFLAGS", "");
    executables(&mut command)
}

/// Runs a listing's example and compares its output with the snapshots.
fn check_listing(catalogue: &Catalogue, listing: &Listing, program: Option<&PathBuf>) -> Result<()> {
    let program = program.ok_or_else(|| {
        problem!(
            "{listing}: expected Cargo to build the example {}, but it did not",
            listing.example()
        )
    })?;
    let accepted = snapshots(catalogue, listing);
    let limit = time_limit(&accepted.stdout);
    let finished =
        capture(&mut Command::new(program), limit).map_err(|error| problem!("cannot start {listing}: {error}"))?;
    let finished = Finished {
        stderr: redact::stderr(&finished.stderr, &catalogue.root),
        ..finished
    };
    compare(listing, &finished, &accepted)
}

/// How long a program with this accepted output may run: until shortly after its deadlock, if it has one.
fn time_limit(accepted: &str) -> Duration {
    let report = accepted
        .split_once(DEADLOCK_REPORT)
        .and_then(|(_, report)| report.split_once("s:"));
    match report.and_then(|(seconds, _)| seconds.parse().ok()) {
        Some(seconds) => Duration::from_secs_f64(seconds) + WATCH,
        None => TIME_LIMIT,
    }
}

/// Runs a twin on the real clock and compares its output with the snapshot.
fn check_twin(catalogue: &Catalogue, listing: &Listing) -> Result<()> {
    let accepted = twin::snapshot(catalogue, listing).text;
    let hangs = accepted.contains(DEADLOCK_REPORT);
    let finished = capture(
        &mut twin::command(catalogue, listing, Clock::Real)?,
        time_limit(&accepted),
    )
    .map_err(|error| problem!("cannot start the twin of {listing}: {error}"))?;
    let is_good = match finished.ending {
        Ending::TimedOut(_) => hangs,
        ending => !hangs && ending == Ending::Exit(0),
    };
    let expected = accepted.split(DEADLOCK_REPORT).next().unwrap_or_default();
    if is_good && finished.stdout == expected && finished.stderr.is_empty() {
        return Ok(());
    }
    Err(problem!(
        "{} on the real clock {}\n--- accepted\n{expected}--- printed\n{}{}",
        listing.twin(),
        finished.ending,
        excerpt(&finished.stdout),
        excerpt(&finished.stderr)
    ))
}

/// Compares a run on plain Tokio with the output accepted on the stage.
///
/// # Errors
/// Fails if they differ. The error includes both.
fn compare(listing: &Listing, finished: &Finished, accepted: &Output) -> Result<()> {
    let has_ended_well = match (listing.suffix, finished.ending) {
        // Plain Tokio does not report the deadlock: the program hangs.
        (Suffix::Hang, ending) => matches!(ending, Ending::TimedOut(_)),
        (suffix, ending) => suffix.exit_code().map(Ending::Exit) == Some(ending),
    };
    let stdout = match listing.suffix {
        Suffix::Hang => accepted.stdout.split(DEADLOCK_REPORT).next().unwrap_or_default(),
        _ => &accepted.stdout,
    };
    if has_ended_well && finished.stderr == accepted.stderr && finished.stdout == *stdout {
        return Ok(());
    }
    Err(problem!(
        "{listing} on plain Tokio and the real clock {}\n--- accepted\n{stdout}{}--- printed\n{}{}",
        finished.ending,
        accepted.stderr,
        excerpt(&finished.stdout),
        excerpt(&finished.stderr)
    ))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn listing(path: &str) -> Listing {
        Listing::from_path(path).expect("a listing's path")
    }

    fn printed(stdout: &str, stderr: &str, ending: Ending) -> Finished {
        Finished {
            stdout: stdout.into(),
            stderr: stderr.into(),
            ending,
        }
    }

    #[test]
    fn differences_are_reported() {
        let accepted = Output {
            stdout: "a\n".into(),
            stderr: String::new(),
        };
        let plain = listing("kitchen/boil/egg.rs");
        assert!(compare(&plain, &printed("a\n", "", Ending::Exit(0)), &accepted).is_ok());
        for wrong in [
            printed("b\n", "", Ending::Exit(0)),
            printed("a\n", "oh\n", Ending::Exit(0)),
            printed("a\n", "", Ending::Exit(1)),
            printed("a\n", "", Ending::TimedOut(WATCH)),
        ] {
            assert!(compare(&plain, &wrong, &accepted).is_err(), "{wrong:?}");
        }
        let panics = listing("kitchen/boil/egg.panic.rs");
        assert!(compare(&panics, &printed("a\n", "", Ending::Exit(0)), &accepted).is_err());
    }

    #[test]
    fn a_listing_that_hangs_prints_all_but_the_report() {
        let hang = listing("kitchen/boil/egg.hang.rs");
        let accepted = Output {
            stdout: "a\ndeadlock at 1.0s: …\n  main waits …\n".into(),
            stderr: String::new(),
        };
        assert!(compare(&hang, &printed("a\n", "", Ending::TimedOut(WATCH)), &accepted).is_ok());
        assert!(compare(&hang, &printed("a\n", "", Ending::Exit(0)), &accepted).is_err());
        assert!(compare(&hang, &printed("", "", Ending::TimedOut(WATCH)), &accepted).is_err());
    }

    #[test]
    fn a_failed_check_must_succeed_every_time_when_repeated() {
        let egg = listing("kitchen/boil/egg.rs");
        // Which of the runs fail, counted from 0, and whether that is reported.
        for (failing, is_reported) in [
            (vec![], false),
            (vec![0], false),
            (vec![0, 1], true),
            (vec![0, 2], true),
        ] {
            let runs = AtomicUsize::new(0);
            let check = |_: &Listing| match failing.contains(&runs.fetch_add(1, Ordering::SeqCst)) {
                true => Err(Problem::from("late")),
                false => Ok(()),
            };
            assert_eq!(!check_all(vec![&egg], check).is_empty(), is_reported, "{failing:?}");
        }
    }
}
