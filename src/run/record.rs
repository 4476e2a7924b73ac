//! Runs a listing on the virtual clock, and makes a trace of what the stage records.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use stage::event::Event;
use stage::{Clock, TRACE};
use timeline::Trace;

use super::{Finished, TIME_LIMIT, capture, on_stage};
use crate::catalogue::{Catalogue, Listing, home};
use crate::problem::{Result, problem, read};

/// How many files were used for traces: each run needs one of its own.
static FILES: AtomicU64 = AtomicU64::new(0);

/// Runs a listing on the virtual clock; its trace, and what the run left behind. The program of its part must be built.
///
/// # Errors
/// The listing cannot run on the virtual clock, or wrote no trace.
pub fn record(catalogue: &Catalogue, listing: &Listing) -> Result<(Trace, Finished)> {
    if !listing.suffix.is_virtual() {
        return Err(problem!("{listing} has no trace: {}", listing.suffix.remark()));
    }
    let number = FILES.fetch_add(1, Ordering::Relaxed);
    let file = std::env::temp_dir().join(format!("lessons-{}-{number}.json", std::process::id()));
    let mut command = on_stage(listing, Clock::Virtual)?;
    command.arg(TRACE).arg(&file);
    let finished = capture(&mut command, TIME_LIMIT).map_err(|error| problem!("{listing} cannot be started: {error}"));
    let events = fs::read(&file);
    let _ = fs::remove_file(&file);
    let finished = finished?;
    let events = events.map_err(|error| problem!("{listing} {}, and wrote no trace: {error}", finished.ending))?;
    let events: Vec<Event> = serde_json::from_slice(&events).map_err(|error| problem!("{listing}: {error}"))?;
    let source = read(&catalogue.root, &listing.file())?;
    Ok((Trace::from_events(&listing.name(), &source, &events), finished))
}

/// A number that changes with the sources of the stage and with the libraries, and so with what a listing may do on it.
pub fn stage_sources() -> u64 {
    static NUMBER: LazyLock<u64> = LazyLock::new(|| {
        let mut hasher = DefaultHasher::new();
        let mut open = vec![home().join("stage"), home().join("Cargo.lock")];
        while let Some(path) = open.pop() {
            match fs::read_dir(&path) {
                Ok(entries) => {
                    let mut below: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
                    below.sort();
                    open.extend(below);
                }
                Err(_) => (&path, fs::read(&path).ok()).hash(&mut hasher),
            }
        }
        hasher.finish()
    });
    *NUMBER
}
