//! Runs a listing on the virtual clock, and makes a trace of the events that the stage records.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use stage::event::Event;
use stage::{Clock, TRACE};
use timeline::Trace;

use super::process::{Finished, TIME_LIMIT, capture};
use super::programs::on_stage;
use crate::catalogue::{Catalogue, Listing, home};
use crate::problem::{Result, problem, read};

/// The number of the next run. Each run writes its events into a file of its own.
static NEXT_RUN: AtomicU64 = AtomicU64::new(0);

/// Runs a listing on the virtual clock; returns its trace, and the finished process. The program of its part must be built.
///
/// # Errors
/// Fails if the listing cannot run on the virtual clock, or if it records no events.
pub fn record(catalogue: &Catalogue, listing: &Listing) -> Result<(Trace, Finished)> {
    if !listing.suffix.is_virtual() {
        return Err(problem!(
            "{listing} has no trace, since it does not run on the virtual clock: {}",
            listing.suffix.remark()
        ));
    }
    let number = NEXT_RUN.fetch_add(1, Ordering::Relaxed);
    let file = std::env::temp_dir().join(format!("lessons-{}-{number}.json", std::process::id()));
    let mut command = on_stage(listing, Clock::Virtual)?;
    command.arg(TRACE).arg(&file);
    let finished = capture(&mut command, TIME_LIMIT).map_err(|error| problem!("cannot start {listing}: {error}"));
    let events = fs::read(&file);
    let _ = fs::remove_file(&file);
    let finished = finished?;
    let events = events.map_err(|error| problem!("{listing} {} and recorded no events: {error}", finished.ending))?;
    let events: Vec<Event> =
        serde_json::from_slice(&events).map_err(|error| problem!("cannot read the events of {listing}: {error}"))?;
    let source = read(&catalogue.root, &listing.file())?;
    Ok((Trace::from_events(&listing.name(), &source, &events), finished))
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
