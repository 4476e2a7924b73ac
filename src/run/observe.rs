//! What a listing does, held against what its suffix says and against what was accepted.

use std::fs;

use stage::{Clock, EXIT_DEADLOCK};

use super::diagnose::diagnose;
use super::{Ending, Finished, TIME_LIMIT, capture, on_stage, redact};
use crate::catalogue::{Catalogue, Listing, Suffix};
use crate::problem::{Problem, Result, problem};

/// What a listing printed, cleaned of what differs between machines. For a listing that does not compile, `stderr` is rustc's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Observation {
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

/// Runs a listing on the clock of its kind, or compiles it, and sees to it that it does what its suffix says.
///
/// The programs of the parts must be built.
///
/// # Errors
/// It did something else; the message says what, with all that it printed.
pub fn observe(catalogue: &Catalogue, listing: &Listing) -> Result<Observation> {
    let clock = match listing.suffix {
        Suffix::Fail => {
            let stderr = diagnose(catalogue, [listing])?
                .remove(&listing.name())
                .unwrap_or_default();
            return compile_error(listing, stderr);
        }
        Suffix::Real => Clock::Real,
        Suffix::Plain | Suffix::Panic | Suffix::Hang => Clock::Virtual,
    };
    let finished = capture(&mut on_stage(listing, clock)?, TIME_LIMIT)
        .map_err(|error| format!("{listing} cannot be started: {error}"))?;
    ended_well(catalogue, listing, finished)
}

/// Observes a listing twice on the virtual clock, where two runs must be equal.
///
/// # Errors
/// They differ, or one of them did something else than the suffix says.
pub fn observe_twice(catalogue: &Catalogue, listing: &Listing) -> Result<Observation> {
    equal(listing, observe(catalogue, listing)?, &observe(catalogue, listing)?)
}

/// The first of two observations, if the second is the same to the byte.
fn equal(listing: &Listing, first: Observation, second: &Observation) -> Result<Observation> {
    if first == *second {
        return Ok(first);
    }
    Err(problem!(
        "{listing} prints one thing now and another then. Its output must be forced by what happens before what, or by \
         distinct instants.\n--- first\n{}{}--- second\n{}{}",
        first.stdout,
        first.stderr,
        second.stdout,
        second.stderr
    ))
}

/// What rustc said, if it said that the listing has an error.
///
/// # Errors
/// It compiles, or only warns.
pub fn compile_error(listing: &Listing, stderr: String) -> Result<Observation> {
    if !stderr.starts_with("error") && !stderr.contains("\nerror") {
        return Err(Problem::in_file(
            listing.file(),
            format!("it compiles; a listing named `.fail.rs` must not. Rename it, or restore its error.\n{stderr}"),
        ));
    }
    Ok(Observation {
        stdout: String::new(),
        stderr,
    })
}

/// A finished run's output, if it ended as the suffix says.
fn ended_well(catalogue: &Catalogue, listing: &Listing, finished: Finished) -> Result<Observation> {
    let is_as_promised = listing.suffix.exit_code().map(Ending::Exit) == Some(finished.ending);
    if is_as_promised {
        let stderr = redact::stderr(&finished.stderr, &catalogue.root);
        return Ok(Observation {
            stdout: finished.stdout,
            stderr,
        });
    }
    let promise = match listing.suffix {
        Suffix::Plain | Suffix::Real => "runs to its end",
        Suffix::Panic => "ends by a panic of `main`",
        Suffix::Hang => "waits for ever on the virtual clock",
        Suffix::Fail => unreachable!("it is compiled, not run"),
    };
    let hint = match (listing.suffix, finished.ending) {
        (Suffix::Plain, Ending::Exit(code)) if code == i32::from(EXIT_DEADLOCK) => {
            "\nIf that is its point, name it `.hang.rs`; if it waits for a thread or a socket, `.real.rs`."
        }
        (Suffix::Plain, Ending::Exit(101)) => "\nIf that is its point, name it `.panic.rs`.",
        _ => "",
    };
    Err(Problem::in_file(
        listing.file(),
        format!(
            "by its suffix it {promise}, but it {}.{hint}\n--- stdout\n{}--- stderr\n{}",
            finished.ending, finished.stdout, finished.stderr
        ),
    ))
}

/// What was accepted for a listing: its snapshots, where a missing one stands for nothing printed.
pub fn accepted(catalogue: &Catalogue, listing: &Listing) -> Observation {
    let read = |extension| {
        let text = fs::read_to_string(catalogue.listing_file(&listing.snapshot(extension)));
        text.unwrap_or_default().replace("\r\n", "\n")
    };
    Observation {
        stdout: read("stdout"),
        stderr: read("stderr"),
    }
}

/// Runs a listing and gives back what it printed, provided that the tests have accepted it.
///
/// # Errors
/// It does something else than its suffix says, or prints something else than its snapshots.
pub fn verified(catalogue: &Catalogue, listing: &Listing) -> Result<Observation> {
    super::build(catalogue, [listing])?;
    as_accepted(catalogue, listing, observe(catalogue, listing)?)
}

/// What a run printed that has ended already, as [`verified`].
///
/// # Errors
/// As [`verified`].
pub fn accept(catalogue: &Catalogue, listing: &Listing, finished: Finished) -> Result<Observation> {
    as_accepted(catalogue, listing, ended_well(catalogue, listing, finished)?)
}

fn as_accepted(catalogue: &Catalogue, listing: &Listing, observation: Observation) -> Result<Observation> {
    let accepted = accepted(catalogue, listing);
    for (extension, now, then) in [
        ("stdout", &observation.stdout, &accepted.stdout),
        ("stderr", &observation.stderr, &accepted.stderr),
    ] {
        if now != then {
            return Err(Problem::in_file(
                format!("listings/{}", listing.snapshot(extension)),
                format!(
                    "not what {listing} prints now. `cargo test {listing}` shows the difference, \
                     `SNAPSHOTS=overwrite cargo test {listing}` accepts it."
                ),
            ));
        }
    }
    Ok(observation)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn listing(path: &str) -> Listing {
        Listing::from_path(path).expect("the path is a listing's")
    }

    fn catalogue() -> Catalogue {
        Catalogue::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/whole")).expect("the fixture is whole")
    }

    #[test]
    fn two_runs_that_differ_are_told() {
        let egg = listing("kitchen/boil/egg.rs");
        let observation = |stdout: &str, stderr: &str| Observation {
            stdout: stdout.into(),
            stderr: stderr.into(),
        };
        assert!(equal(&egg, observation("a", ""), &observation("a", "")).is_ok());
        assert!(equal(&egg, observation("a", ""), &observation("b", "")).is_err());
        assert!(equal(&egg, observation("a", ""), &observation("a", "b")).is_err());
    }

    #[test]
    fn a_suffix_that_lies_is_told() {
        let catalogue = catalogue();
        let exit = |code| Finished {
            stdout: "a\n".into(),
            stderr: String::new(),
            ending: Ending::Exit(code),
        };
        let deadlock = i32::from(EXIT_DEADLOCK);
        for (path, good) in [
            ("egg.rs", 0),
            ("egg.real.rs", 0),
            ("egg.panic.rs", 101),
            ("egg.hang.rs", deadlock),
        ] {
            let listing = listing(&format!("kitchen/boil/{path}"));
            for code in [0, 1, 101, deadlock] {
                assert_eq!(
                    ended_well(&catalogue, &listing, exit(code)).is_ok(),
                    code == good,
                    "{path} {code}"
                );
            }
        }
        let raw = listing("kitchen/boil/raw.fail.rs");
        assert!(compile_error(&raw, "error[E0425]: no `cook`\n".into()).is_ok());
        assert!(compile_error(&raw, "warning: unused\n\nerror: no `cook`\n".into()).is_ok());
        assert!(compile_error(&raw, String::new()).is_err());
        assert!(compile_error(&raw, "warning: unused error\n".into()).is_err());
    }
}
