//! Asyncio twins: `NAME.py` beside `NAME.rs` tells the same story in Python, and prints the same.
//!
//! Where the languages must differ, the twin has a snapshot of its own, `NAME.py.stdout`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::{env, fs};

use stage::{Clock, EXIT_DEADLOCK};

use super::store::Store;
use super::{Ending, Finished, TIME_LIMIT, capture};
use crate::catalogue::{Catalogue, Listing, Suffix, home};
use crate::problem::{Problem, Result, problem};

/// The oldest Python that runs the twins: it has task groups.
pub const OLDEST: (u32, u32) = (3, 11);

/// What runs a twin on the virtual clock, below the project's folder.
const STAGE: &str = "tests/twins/stage.py";

/// The twin of a listing, if it has one: its file.
pub fn file(catalogue: &Catalogue, listing: &Listing) -> Option<PathBuf> {
    Some(catalogue.listing_file(&listing.twin())).filter(|file| file.is_file())
}

/// The twin's own snapshot.
pub fn own_snapshot(catalogue: &Catalogue, listing: &Listing) -> PathBuf {
    catalogue.listing_file(&format!("{}.stdout", listing.twin()))
}

/// What was accepted for a twin, and whether that is its own rather than the listing's.
pub fn accepted(catalogue: &Catalogue, listing: &Listing) -> (String, bool) {
    let read = |file: &Path| fs::read_to_string(file).map(|text| text.replace("\r\n", "\n"));
    match read(&own_snapshot(catalogue, listing)) {
        Ok(own) => (own, true),
        Err(_) => {
            let shared = catalogue.listing_file(&listing.snapshot("stdout"));
            (read(&shared).unwrap_or_default(), false)
        }
    }
}

/// Set in the environment by whoever has found a Python already: [`Python::told`]. To ask again takes each command 10 ms, and 80 where
/// `python3` is a script that looks for one.
pub const PYTHON: &str = "LESSONS_PYTHON";

/// A Python of this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Python {
    /// Its program.
    program: String,
    /// Which one it is, as it tells it.
    version: String,
}

impl Python {
    /// What [`PYTHON`] holds.
    pub fn told(&self) -> String {
        format!("{}\n{}", self.program, self.version)
    }

    fn from_told(told: &str) -> Option<Python> {
        let (program, version) = told.trim_end().split_once('\n')?;
        (!program.is_empty()).then(|| Python {
            program: program.trim_end().to_owned(),
            version: version.to_owned(),
        })
    }
}

/// A Python of this machine that is new enough.
///
/// # Errors
/// There is none; the message says what was looked for.
pub fn python() -> Result<&'static Python> {
    static FOUND: OnceLock<Option<Python>> = OnceLock::new();
    let candidates = [&["python3"][..], &["python"], &["py", "-3"]];
    let found = FOUND.get_or_init(|| {
        let told = env::var(PYTHON).ok().and_then(|told| Python::from_told(&told));
        told.or_else(|| candidates.iter().find_map(|words| asked(words)))
    });
    let (major, minor) = OLDEST;
    found.as_ref().ok_or_else(|| {
        problem!("there is no Python {major}.{minor} or later on this machine, as `python3`, `python` or `py -3`")
    })
}

/// A Python, if it is one and new enough.
fn asked(words: &[&str]) -> Option<Python> {
    let (major, minor) = OLDEST;
    let question = format!(
        "import sys; print(sys.executable); print(sys.version); sys.exit(sys.version_info < ({major}, {minor}))"
    );
    let answer = Command::new(words[0])
        .args(&words[1..])
        .args(["-c", &question])
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let told = String::from_utf8_lossy(&answer.stdout);
    answer.status.success().then(|| Python::from_told(&told))?
}

/// The command that runs a listing's twin.
///
/// # Errors
/// There is no twin, or no Python that is new enough.
pub fn command(catalogue: &Catalogue, listing: &Listing, clock: Clock) -> Result<Command> {
    let file = file(catalogue, listing).ok_or_else(|| problem!("{listing} has no twin in Python"))?;
    let python = python()?;
    let mut command = Command::new(&python.program);
    // Sets of strings have another order in each process, unless their hashes are fixed.
    command.env("PYTHONHASHSEED", "0");
    command.args(["-B", "-u", "-X", "utf8"]);
    if clock == Clock::Virtual {
        command.arg(home().join(STAGE));
    }
    command.arg(file);
    Ok(command)
}

/// Runs a twin on the clock of its listing. What it prints is kept: for one source, one stage and one Python it is one and the same.
///
/// # Errors
/// There is no Python that is new enough, or the twin does not end well.
pub fn observe(catalogue: &Catalogue, listing: &Listing) -> Result<String> {
    // What needs threads, sockets or processes of its own needs them in both languages.
    let clock = if listing.suffix == Suffix::Real {
        Clock::Real
    } else {
        Clock::Virtual
    };
    let mut command = command(catalogue, listing, clock)?;
    let read = |file: PathBuf| fs::read(&file).map_err(|error| problem!("{}: {error}", file.display()));
    let context = (&python()?.version, read(home().join(STAGE))?);
    let store = Store::open(&catalogue.root, "twins", context);
    let key = (listing.path(), read(catalogue.listing_file(&listing.twin()))?);
    if let Some(known) = store.get(&key) {
        return Ok(known);
    }
    let finished = capture(&mut command, TIME_LIMIT)
        .map_err(|error| problem!("{listing} cannot be started in Python: {error}"))?;
    let printed = ended_well(listing, finished)?;
    store.put(&key, &printed);
    Ok(printed)
}

/// What a twin printed, if it ended as the twin of such a listing does.
///
/// # Errors
/// It ended otherwise, or complained; the message holds all that it printed.
fn ended_well(listing: &Listing, finished: Finished) -> Result<String> {
    // Whatever becomes of the listing, its twin shows in its output what goes wrong, and ends; but for one that hangs.
    let is_well = match finished.ending {
        Ending::Exit(0) => true,
        Ending::Exit(code) => listing.suffix == Suffix::Hang && code == i32::from(EXIT_DEADLOCK),
        _ => false,
    };
    if is_well && finished.stderr.is_empty() {
        return Ok(finished.stdout);
    }
    Err(Problem::in_file(
        format!("listings/{}", listing.twin()),
        format!(
            "it {}. A twin ends with exit code 0 and says nothing on standard error.\n--- stdout\n{}--- stderr\n{}",
            finished.ending, finished.stdout, finished.stderr
        ),
    ))
}

/// What was accepted for a twin, and whether that is its own; provided that it prints that, where there is a Python to ask.
///
/// # Errors
/// It prints something else, or does not end well.
pub fn verified(catalogue: &Catalogue, listing: &Listing) -> Result<(String, bool)> {
    let (accepted, is_own) = accepted(catalogue, listing);
    // Without Python the book can be read; `cargo test` says that twins were not run.
    if python().is_ok() && observe(catalogue, listing)? != accepted {
        return Err(Problem::in_file(
            format!("listings/{}", listing.twin()),
            format!("it does not print what was accepted. `cargo test {listing}` shows the difference."),
        ));
    }
    Ok((accepted, is_own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_python_is_told_from_process_to_process() {
        let python = Python {
            program: "/opt/python 3/bin/python3".into(),
            version: "3.11.7 (main)\n[a compiler]".into(),
        };
        assert_eq!(Python::from_told(&format!("{}\n", python.told())), Some(python));
        assert_eq!(
            Python::from_told("\n3.11.7"),
            None,
            "a Python that does not know its program"
        );
        assert_eq!(Python::from_told(""), None);
    }
}
