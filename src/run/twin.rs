//! Asyncio twins: `NAME.py` beside `NAME.rs` is the same program in Python, and prints the same.
//!
//! Where the languages necessarily differ, the twin has its own snapshot, `NAME.py.stdout`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::{env, fs};

use stage::{Clock, EXIT_DEADLOCK};

use super::late::{again_alone, beside, has_same_text, late};
use super::process::{Ending, Finished, TIME_LIMIT, capture};
use super::store::Store;
use crate::catalogue::{Catalogue, Listing, Suffix, home};
use crate::problem::{Problem, Result, excerpt, problem};

/// The oldest supported Python, as major and minor version. It is the first one with task groups.
const OLDEST: (u32, u32) = (3, 11);

/// The script that runs a twin on the virtual clock, relative to the project's root.
const VIRTUAL_CLOCK: &str = "tests/twins/stage.py";

/// The file of a listing's twin, if the listing has one.
pub fn file(catalogue: &Catalogue, listing: &Listing) -> Option<PathBuf> {
    Some(catalogue.listing_file(&listing.twin())).filter(|file| file.is_file())
}

/// The file of the twin's own snapshot. It may not exist.
pub fn own_snapshot(catalogue: &Catalogue, listing: &Listing) -> PathBuf {
    catalogue.listing_file(&format!("{}.stdout", listing.twin()))
}

/// The accepted output of a twin.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The output.
    pub text: String,
    /// Whether the snapshot is the twin's own, not the listing's.
    pub is_own: bool,
}

/// The accepted output of a listing's twin; empty if there is no snapshot.
pub fn snapshot(catalogue: &Catalogue, listing: &Listing) -> Snapshot {
    let read = |file: &Path| fs::read_to_string(file).map(|text| text.replace("\r\n", "\n"));
    match read(&own_snapshot(catalogue, listing)) {
        Ok(text) => Snapshot { text, is_own: true },
        Err(_) => {
            let shared = catalogue.listing_file(&listing.snapshot("stdout"));
            Snapshot {
                text: read(&shared).unwrap_or_default(),
                is_own: false,
            }
        }
    }
}

/// The environment variable that holds [`Python::env_value`], so that child processes need not search for Python again. A search takes
/// 10 ms, or 80 ms if `python3` is a wrapper script.
pub const PYTHON: &str = "LESSONS_PYTHON";

/// A Python interpreter on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Python {
    /// The interpreter's path.
    program: String,
    /// The version that it reports in `sys.version`; may have several lines.
    version: String,
}

impl Python {
    /// The value of [`PYTHON`] for a child process.
    pub fn env_value(&self) -> String {
        format!("{}\n{}", self.program, self.version)
    }

    /// Parses the path of an interpreter and, from the second line on, its version.
    fn parse(text: &str) -> Option<Python> {
        let (program, version) = text.trim_end().split_once('\n')?;
        (!program.is_empty()).then(|| Python {
            program: program.trim_end().to_owned(),
            version: version.to_owned(),
        })
    }
}

/// Finds a supported Python on this machine, once.
///
/// # Errors
/// Fails if there is none. The error says what was searched for.
pub fn python() -> Result<&'static Python> {
    static FOUND: OnceLock<Option<Python>> = OnceLock::new();
    let candidates = [&["python3"][..], &["python"], &["py", "-3"]];
    let found = FOUND.get_or_init(|| {
        let inherited = env::var(PYTHON).ok().and_then(|value| Python::parse(&value));
        inherited.or_else(|| candidates.iter().find_map(|words| probe(words)))
    });
    let (major, minor) = OLDEST;
    found.as_ref().ok_or_else(|| {
        problem!("found no Python {major}.{minor} or later as `python3`, `python` or `py -3`; install one")
    })
}

/// Runs a command and asks for its version; returns it if it is a supported Python.
fn probe(words: &[&str]) -> Option<Python> {
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
    let text = String::from_utf8_lossy(&answer.stdout);
    answer.status.success().then(|| Python::parse(&text))?
}

/// The command that runs a listing's twin.
///
/// # Errors
/// Fails if there is no twin, or no supported Python.
pub fn command(catalogue: &Catalogue, listing: &Listing, clock: Clock) -> Result<Command> {
    let file = file(catalogue, listing).ok_or_else(|| problem!("{listing} has no twin in Python"))?;
    let python = python()?;
    let mut command = Command::new(&python.program);
    // A fixed seed for hashes makes the order of sets of strings the same in every process.
    command.env("PYTHONHASHSEED", "0");
    command.args(["-B", "-u", "-X", "utf8"]);
    if clock == Clock::Virtual {
        command.arg(home().join(VIRTUAL_CLOCK));
    }
    command.arg(file);
    Ok(command)
}

/// Runs a twin on its listing's clock; returns its output. The output depends only on source, stage and Python, so it is stored.
///
/// A twin on the real clock that does not print its snapshot runs once again, alone. Its output is stored only if it is accepted: it
/// also depends on how busy the machine is.
///
/// # Errors
/// Fails if there is no twin or no supported Python, if the twin fails, or if it writes to standard error.
pub fn run(catalogue: &Catalogue, listing: &Listing) -> Result<String> {
    // A listing that needs threads, sockets or processes needs them in both languages.
    let clock = if listing.suffix == Suffix::Real {
        Clock::Real
    } else {
        Clock::Virtual
    };
    let read = |file: PathBuf| fs::read(&file).map_err(|error| problem!("{}: {error}", file.display()));
    let context = (&python()?.version, read(home().join(VIRTUAL_CLOCK))?);
    let store = Store::open(&catalogue.root, "twins", context);
    let key = (listing.path(), read(catalogue.listing_file(&listing.twin()))?);
    if let Some(known) = store.get(&key) {
        return Ok(known);
    }
    let once = || {
        let finished = capture(&mut command(catalogue, listing, clock)?, TIME_LIMIT)
            .map_err(|error| problem!("cannot start the twin of {listing}: {error}"))?;
        check_ending(listing, finished)
    };
    let accepted = snapshot(catalogue, listing).text;
    let is_accepted = |printed: &String| *printed == accepted;
    let printed = match clock {
        Clock::Real => again_alone(once, |printed| {
            !is_accepted(printed) && has_same_text(&accepted, printed)
        })?,
        Clock::Virtual => beside(once)?,
    };
    if clock == Clock::Virtual || is_accepted(&printed) {
        store.put(&key, &printed);
    }
    Ok(printed)
}

/// Returns a finished twin's output if the twin succeeded.
fn check_ending(listing: &Listing, finished: Finished) -> Result<String> {
    // A twin always exits with 0, even if its listing panics or does not compile; only the twin of a listing that hangs may hang.
    let is_good = match finished.ending {
        Ending::Exit(0) => true,
        Ending::Exit(code) => listing.suffix == Suffix::Hang && code == i32::from(EXIT_DEADLOCK),
        _ => false,
    };
    if is_good && finished.stderr.is_empty() {
        return Ok(finished.stdout);
    }
    Err(Problem::in_file(
        format!("listings/{}", listing.twin()),
        format!(
            "{}. Expected exit code 0, and nothing on standard error.\n--- stdout\n{}--- stderr\n{}",
            finished.ending,
            excerpt(&finished.stdout),
            excerpt(&finished.stderr)
        ),
    ))
}

/// Returns a twin's snapshot. Runs the twin first to verify it, if there is a supported Python. On the real clock, a twin that prints
/// other times is only late: the problem says so.
///
/// # Errors
/// Fails if the twin prints something other than its snapshot, and as [`run`] does.
pub fn verified_snapshot(catalogue: &Catalogue, listing: &Listing) -> Result<(Snapshot, Option<Problem>)> {
    let snapshot = snapshot(catalogue, listing);
    // Pages can be built without Python. `cargo test` then reports that it did not run the twins.
    if python().is_err() {
        return Ok((snapshot, None));
    }
    let printed = run(catalogue, listing)?;
    let file = format!("listings/{}", listing.twin());
    let late = late(&file, &snapshot.text, &printed).filter(|_| listing.suffix == Suffix::Real);
    if late.is_none() && printed != snapshot.text {
        return Err(Problem::in_file(
            file,
            format!("its output differs from its snapshot. `cargo test {listing}` shows the difference."),
        ));
    }
    Ok((snapshot, late))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_output_of_a_late_twin_is_not_stored() {
        if python().is_err() {
            return;
        }
        let root = tempfile::tempdir().expect("a folder for the project");
        let folder = root.path().join("listings/kitchen/boil");
        fs::create_dir_all(&folder).expect("a folder can be created");
        let late_four_times = "from pathlib import Path\n\
            runs = Path(__file__).with_name('runs')\n\
            runs.write_text(runs.read_text() + 'x')\n\
            print('0.7s' if len(runs.read_text()) <= 4 else '0.6s')\n";
        for (name, text) in [("egg.py", late_four_times), ("egg.stdout", "0.6s\n"), ("runs", "")] {
            fs::write(folder.join(name), text).expect("a file can be written");
        }
        let catalogue = Catalogue {
            root: root.path().to_owned(),
            front: Vec::new(),
            parts: Vec::new(),
        };
        let egg = Listing::from_path("kitchen/boil/egg.real.rs").expect("a listing's path");
        let runs = || fs::read_to_string(folder.join("runs")).expect("the twin has run").len();
        assert_eq!((run(&catalogue, &egg), runs()), (Ok("0.7s\n".into()), 2));
        let (snapshot, late) = verified_snapshot(&catalogue, &egg).expect("it differs only in times");
        assert_eq!((snapshot.text.as_str(), late.is_some(), runs()), ("0.6s\n", true, 4));
        for _ in 0..2 {
            assert_eq!((run(&catalogue, &egg), runs()), (Ok("0.6s\n".into()), 5));
        }
    }

    #[test]
    fn a_python_is_passed_to_child_processes() {
        let python = Python {
            program: "/opt/python 3/bin/python3".into(),
            version: "3.11.7 (main)\n[a compiler]".into(),
        };
        assert_eq!(Python::parse(&format!("{}\n", python.env_value())), Some(python));
        assert_eq!(Python::parse("\n3.11.7"), None, "a Python without a path");
        assert_eq!(Python::parse(""), None);
    }
}
