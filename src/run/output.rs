//! Runs a listing, and checks that it does what its suffix promises and prints what its snapshots hold.

use std::fs;

use stage::{Clock, EXIT_DEADLOCK};

use super::diagnose::diagnose;
use super::late::{again_alone, beside, has_same_text, late};
use super::process::{Ending, Finished, TIME_LIMIT, capture};
use super::programs::{build, on_stage};
use super::redact;
use crate::catalogue::{Catalogue, Listing, Suffix};
use crate::problem::{Problem, Result, excerpt, problem};

/// What a listing prints, without what differs between machines. For a listing that does not compile, `stderr` holds rustc's
/// messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Output {
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

/// Runs a listing on the clock that its suffix asks for, or compiles it. The program of its part must be built.
///
/// A listing on the real clock that differs from its snapshots only in times runs once again, alone.
///
/// # Errors
/// Fails if the listing does not do what its suffix promises. The error says what it did, and includes its output.
pub fn run(catalogue: &Catalogue, listing: &Listing) -> Result<Output> {
    let clock = match listing.suffix {
        Suffix::Fail => {
            let stderr = beside(|| diagnose(catalogue, [listing]))?
                .remove(&listing.name())
                .unwrap_or_default();
            return check_compile_error(listing, stderr);
        }
        Suffix::Real => Clock::Real,
        Suffix::Plain | Suffix::Panic | Suffix::Hang => Clock::Virtual,
    };
    let once = || {
        let finished = capture(&mut on_stage(listing, clock)?, TIME_LIMIT)
            .map_err(|error| format!("cannot start {listing}: {error}"))?;
        check_ending(catalogue, listing, finished)
    };
    match clock {
        Clock::Real => again_alone(once, |printed| is_late(&snapshots(catalogue, listing), printed)),
        Clock::Virtual => beside(once),
    }
}

/// Whether two outputs differ, and only in times.
fn is_late(accepted: &Output, printed: &Output) -> bool {
    accepted != printed
        && has_same_text(&accepted.stdout, &printed.stdout)
        && has_same_text(&accepted.stderr, &printed.stderr)
}

/// Runs a listing twice on the virtual clock, where both runs must print the same.
///
/// # Errors
/// Fails if the runs differ, and as [`run`] does.
pub fn run_twice(catalogue: &Catalogue, listing: &Listing) -> Result<Output> {
    check_equal(listing, run(catalogue, listing)?, &run(catalogue, listing)?)
}

/// Returns the first of two outputs if the second is the same.
fn check_equal(listing: &Listing, first: Output, second: &Output) -> Result<Output> {
    if first == *second {
        return Ok(first);
    }
    Err(problem!(
        "two runs of {listing} print different outputs. Make its output independent of the order of polling: order its prints \
         by happens-before or by distinct instants.\n--- first\n{}{}--- second\n{}{}",
        excerpt(&first.stdout),
        excerpt(&first.stderr),
        excerpt(&second.stdout),
        excerpt(&second.stderr)
    ))
}

/// Returns rustc's messages, which must hold an error, as the listing's output.
///
/// # Errors
/// Fails if the listing compiles, with or without warnings.
pub fn check_compile_error(listing: &Listing, stderr: String) -> Result<Output> {
    if !is_compile_error(&stderr) {
        let file = listing.file();
        let message = format!(
            "compiles now. If you have solved an exercise: well done; `git restore {file}` brings it back. If the book shall show \
             it so, rename it to `{}.rs`, and `cargo run manifest` enters it\n{stderr}",
            listing.stem
        );
        return Err(Problem::in_file(file, message.trim_end()));
    }
    Ok(Output {
        stdout: String::new(),
        stderr,
    })
}

/// Whether rustc's messages hold an error, not only warnings.
pub fn is_compile_error(messages: &str) -> bool {
    messages.starts_with("error") || messages.contains("\nerror")
}

/// Returns a finished run's output if the run ended as the suffix promises.
fn check_ending(catalogue: &Catalogue, listing: &Listing, finished: Finished) -> Result<Output> {
    if listing.suffix.exit_code().map(Ending::Exit) == Some(finished.ending) {
        let stderr = redact::stderr(&finished.stderr, &catalogue.root);
        return Ok(Output {
            stdout: finished.stdout,
            stderr,
        });
    }
    let promised = match listing.suffix {
        Suffix::Plain | Suffix::Real => "run to completion",
        Suffix::Panic => "end with a panic of `main`",
        Suffix::Hang => "end in a deadlock on the virtual clock",
        Suffix::Fail => unreachable!("a listing that must not compile is not run"),
    };
    let hint = match (listing.suffix, finished.ending) {
        (Suffix::Plain, Ending::Exit(code)) if code == i32::from(EXIT_DEADLOCK) => {
            "\nIf the deadlock is intended, name the listing `.hang.rs`. If it waits for a thread or a socket, name it `.real.rs`."
        }
        (Suffix::Plain, Ending::Exit(101)) => "\nIf the panic is intended, name the listing `.panic.rs`.",
        _ => "",
    };
    Err(Problem::in_file(
        listing.file(),
        format!(
            "its suffix promises that it will {promised}, but it {}.{hint}\n--- stdout\n{}--- stderr\n{}",
            finished.ending,
            excerpt(&finished.stdout),
            excerpt(&finished.stderr)
        ),
    ))
}

/// A listing's accepted output: its snapshots. A missing snapshot means that nothing is printed.
pub fn snapshots(catalogue: &Catalogue, listing: &Listing) -> Output {
    let read = |extension| {
        let text = fs::read_to_string(catalogue.listing_file(&listing.snapshot(extension)));
        text.unwrap_or_default().replace("\r\n", "\n")
    };
    Output {
        stdout: read("stdout"),
        stderr: read("stderr"),
    }
}

/// What a listing prints, as accepted, after a run that verified it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The accepted output.
    pub output: Output,
    /// Set if the run printed other times, since the machine was busy. The output is then not proved.
    pub late: Option<Problem>,
}

/// Builds and runs a listing; returns its output.
///
/// # Errors
/// Fails if the listing does not do what its suffix promises, or prints something other than its snapshots. On the real clock, other
/// times are no error.
pub fn build_and_verify(catalogue: &Catalogue, listing: &Listing) -> Result<Verified> {
    beside(|| build(catalogue, [listing]))?;
    check_snapshots(catalogue, listing, run(catalogue, listing)?)
}

/// Returns the output of a finished run.
///
/// # Errors
/// The same as for [`build_and_verify`].
pub fn verify(catalogue: &Catalogue, listing: &Listing, finished: Finished) -> Result<Verified> {
    check_snapshots(catalogue, listing, check_ending(catalogue, listing, finished)?)
}

/// Returns a listing's snapshots if its output equals them, or is late.
fn check_snapshots(catalogue: &Catalogue, listing: &Listing, output: Output) -> Result<Verified> {
    let accepted = snapshots(catalogue, listing);
    let mut is_late = None;
    for (extension, printed, accepted) in [
        ("stdout", &output.stdout, &accepted.stdout),
        ("stderr", &output.stderr, &accepted.stderr),
    ] {
        let file = format!("listings/{}", listing.snapshot(extension));
        if listing.suffix == Suffix::Real
            && let Some(problem) = late(&file, accepted, printed)
        {
            is_late.get_or_insert(problem);
        } else if printed != accepted {
            return Err(Problem::in_file(
                file,
                format!(
                    "differs from what {listing} prints. `cargo test {listing}` shows the difference, and \
                     `SNAPSHOTS=overwrite cargo test {listing}` accepts the new output."
                ),
            ));
        }
    }
    Ok(Verified {
        output: accepted,
        late: is_late,
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn listing(path: &str) -> Listing {
        Listing::from_path(path).expect("a listing's path")
    }

    fn catalogue() -> Catalogue {
        Catalogue::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/whole")).expect("the fixture is whole")
    }

    #[test]
    fn runs_that_differ_are_reported() {
        let egg = listing("kitchen/boil/egg.rs");
        let output = |stdout: &str, stderr: &str| Output {
            stdout: stdout.into(),
            stderr: stderr.into(),
        };
        assert!(check_equal(&egg, output("a", ""), &output("a", "")).is_ok());
        assert!(check_equal(&egg, output("a", ""), &output("b", "")).is_err());
        assert!(check_equal(&egg, output("a", ""), &output("a", "b")).is_err());
    }

    #[test]
    fn a_listing_on_the_real_clock_may_be_late() {
        let folder = tempfile::tempdir().expect("a folder for the project");
        let snapshot = folder.path().join("listings/kitchen/boil/egg.stdout");
        fs::create_dir_all(snapshot.parent().expect("it has a folder")).expect("a folder can be created");
        fs::write(snapshot, "done after 0.6s\n").expect("a file can be written");
        let catalogue = Catalogue {
            root: folder.path().to_owned(),
            front: Vec::new(),
            parts: Vec::new(),
        };
        let check = |path: &str, stdout: &str, stderr: &str| {
            let listing = listing(&format!("kitchen/boil/{path}"));
            let output = Output {
                stdout: stdout.into(),
                stderr: stderr.into(),
            };
            check_snapshots(&catalogue, &listing, output)
        };
        let exact = check("egg.real.rs", "done after 0.6s\n", "").expect("it prints its snapshot");
        assert_eq!(exact.late, None);
        let late = check("egg.real.rs", "done after 0.7s\n", "").expect("it differs only in times");
        assert_eq!(late.output, exact.output, "the page shows what is accepted");
        let message = late.late.expect("it is late").to_string();
        assert!(message.starts_with("listings/kitchen/boil/egg.stdout: "), "{message}");
        assert!(!message.contains("SNAPSHOTS"), "{message}");
        for (path, stdout, stderr) in [
            ("egg.rs", "done after 0.7s\n", ""),
            ("egg.real.rs", "ready after 0.6s\n", ""),
            ("egg.real.rs", "done after 0.7s\n", "0.7s\n"),
        ] {
            assert!(check(path, stdout, stderr).is_err(), "{path} {stdout}{stderr}");
        }
    }

    #[test]
    fn a_broken_promise_of_a_suffix_is_reported() {
        let catalogue = catalogue();
        let exit = |code| Finished {
            stdout: "a\n".into(),
            stderr: String::new(),
            ending: Ending::Exit(code),
        };
        let deadlock = i32::from(EXIT_DEADLOCK);
        for (path, promised) in [
            ("egg.rs", 0),
            ("egg.real.rs", 0),
            ("egg.panic.rs", 101),
            ("egg.hang.rs", deadlock),
        ] {
            let listing = listing(&format!("kitchen/boil/{path}"));
            for code in [0, 1, 101, deadlock] {
                assert_eq!(
                    check_ending(&catalogue, &listing, exit(code)).is_ok(),
                    code == promised,
                    "{path} {code}"
                );
            }
        }
        let raw = listing("kitchen/boil/raw.fail.rs");
        assert!(check_compile_error(&raw, "error[E0425]: no `cook`\n".into()).is_ok());
        assert!(check_compile_error(&raw, "warning: unused\n\nerror: no `cook`\n".into()).is_ok());
        let solved = check_compile_error(&raw, String::new()).expect_err("it compiles");
        let expected = "listings/kitchen/boil/raw.fail.rs: compiles now. If you have solved an exercise: well done; \
            `git restore listings/kitchen/boil/raw.fail.rs` brings it back. If the book shall show it so, rename it to `raw.rs`, \
            and `cargo run manifest` enters it";
        assert_eq!(solved.to_string(), expected);
        assert!(check_compile_error(&raw, "warning: unused error\n".into()).is_err());
    }
}
