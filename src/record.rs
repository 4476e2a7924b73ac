//! Runs listings with the recorder, for their traces.

use std::fs;
use std::sync::atomic::{AtomicU64, Ordering};

use stage::event::Event;
use stage::{Clock, TRACE};
use timeline::Trace;

use crate::catalogue::{Catalogue, Listing};
use crate::run::{Outcome, TIME_LIMIT, capture, on_stage};

/// How many runs were recorded: each needs a file of its own.
static RUNS: AtomicU64 = AtomicU64::new(0);

/// Runs a listing on the virtual clock, and returns its trace and what the run left behind. Its part's program must be built.
///
/// # Errors
/// The listing cannot run there, or recorded nothing; the message says which.
pub fn record(catalogue: &Catalogue, listing: &Listing) -> Result<(Trace, Outcome), String> {
    if !listing.kind.is_virtual() {
        return Err(format!("{listing} has no trace: {}", listing.kind.remark()));
    }
    let number = RUNS.fetch_add(1, Ordering::Relaxed);
    let file = std::env::temp_dir().join(format!("lessons-{}-{number}.json", std::process::id()));
    let mut command = on_stage(listing, Clock::Virtual)?;
    command.arg(TRACE).arg(&file);
    let outcome = capture(&mut command, TIME_LIMIT).map_err(|error| format!("{listing} cannot be started: {error}"));
    let events = fs::read(&file);
    let _ = fs::remove_file(&file);
    let outcome = outcome?;
    let events = events.map_err(|error| format!("{listing} {}, and wrote no trace: {error}", outcome.ending))?;
    let events: Vec<Event> = serde_json::from_slice(&events).map_err(|error| format!("{listing}: {error}"))?;
    let path = catalogue.listing_file(&listing.path());
    let source = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok((Trace::from_events(&listing.name(), &source, &events), outcome))
}
