//! Runs a listing on the virtual clock, and makes a trace of the events that the stage records.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::LazyLock;

use stage::event::Event;
use stage::orders::SEED;
use stage::{Clock, TRACE};
use timeline::Trace;

use super::process::{Ending, Finished, TIME_LIMIT, capture_in, scratch};
use super::programs::on_stage;
use crate::catalogue::{Catalogue, Listing, home};
use crate::problem::{Problem, Result, problem, read};

/// Runs a listing on the virtual clock, in the order of a seed if there is one; returns its trace, and the finished process. The program of its part must be built.
///
/// # Errors
/// Fails if the listing cannot run on the virtual clock, or if it records no events.
pub fn record(catalogue: &Catalogue, listing: &Listing, seed: Option<u64>) -> Result<(Trace, Finished)> {
    let arguments = seed.map_or(Vec::new(), |seed| vec![SEED.to_owned(), seed.to_string()]);
    let (events, finished) = record_events(listing, &arguments)?;
    let source = read(&catalogue.root, &listing.file())?;
    Ok((Trace::from_events(&listing.name(), &source, &events), finished))
}

/// Does what [`record`] does, with more arguments for the program of the listing's part. Returns the events.
///
/// # Errors
/// The same as for [`record`].
pub fn record_events(listing: &Listing, arguments: &[String]) -> Result<(Vec<Event>, Finished)> {
    if !listing.suffix.is_virtual() {
        return Err(problem!(
            "{listing} has no trace, since it does not run on the virtual clock: {}",
            listing.suffix.remark()
        ));
    }
    let cannot_start = |error| problem!("cannot start {listing}: {error}");
    let folder = scratch().map_err(cannot_start)?;
    let file = folder.path().join("events.json");
    let mut command = on_stage(listing, Clock::Virtual)?;
    command.arg(TRACE).arg(&file).args(arguments);
    let finished = capture_in(&folder, &mut command, TIME_LIMIT).map_err(cannot_start)?;
    // The stage writes the file when `main` has returned or panicked.
    let events = fs::read(&file).map_err(|_| {
        let repair = match finished.ending {
            Ending::Exit(_) | Ending::Killed => {
                " `main` must return or panic: `std::process::exit` and `abort` end the program without that. \
                 Or show the listing with `--no-timeline`."
            }
            _ => "",
        };
        let message = format!(
            "{} before `main` returned, so it has no timeline.{repair}",
            finished.ending
        );
        Problem::in_file(listing.file(), message)
    })?;
    let events =
        serde_json::from_slice(&events).map_err(|error| problem!("cannot read the events of {listing}: {error}"))?;
    Ok((events, finished))
}

/// What [`stage_fingerprint`] reads, relative to the project's root.
const SOURCES: [&str; 7] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "parts/Cargo.toml",
    "parts/src/lib.rs",
    "stage",
    "tests/twins",
];

/// A hash of what a run depends on apart from the listing and this program: the stage, how parts are built, how twins are run.
pub fn stage_fingerprint() -> u64 {
    static HASH: LazyLock<u64> = LazyLock::new(|| {
        let mut hasher = DefaultHasher::new();
        let mut paths: Vec<PathBuf> = SOURCES.iter().map(|path| home().join(path)).collect();
        while let Some(path) = paths.pop() {
            match fs::read_dir(&path) {
                Ok(entries) => {
                    let mut inner: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
                    inner.sort();
                    paths.extend(inner);
                }
                Err(_) => (&path, fs::read(&path).ok()).hash(&mut hasher),
            }
        }
        hasher.finish()
    });
    *HASH
}
