//! What can be cut: listings, and programs that readers wrote.

use std::ffi::OsString;
use std::process::Command;

use stage::cut::{CUT, Cut};

use super::{CutError, Cuts, Recorded, Subject, cuts};
use crate::catalogue::{Catalogue, Listing};
use crate::problem::{Result, problem, read};
use crate::run::attempt::{Attempt, Built, Change, record, run_apart};
use crate::run::process::Finished;
use crate::run::record::record_events;
use crate::run::redact;

/// Cuts a lane of a listing at each of its waits. The program of the listing's part must be built.
///
/// # Errors
/// The same as for [`cuts`].
pub fn of_listing(catalogue: &Catalogue, listing: &Listing, lane: &str) -> Result<Cuts, CutError> {
    let run = |cut: Option<Cut>| {
        let arguments = cut.map_or(Vec::new(), |cut| vec![CUT.to_owned(), cut.to_string()]);
        let (events, finished) = record_events(listing, &arguments)?;
        let stderr = redact::stderr(&finished.stderr, &catalogue.root);
        let finished = Finished { stderr, ..finished };
        Ok(Recorded { events, finished })
    };
    let subject = Subject {
        name: listing.name(),
        source: read(&catalogue.root, &listing.file())?,
        run: &run,
        place: &|line| format!("line {line}"),
    };
    cuts(&subject, lane)
}

/// Cuts a lane of a reader's program, which gets these arguments and no input.
///
/// # Errors
/// The same as for [`cuts`], and if a run leaves no record.
pub fn of_attempt(attempt: &Attempt, built: &Built, arguments: &[OsString], lane: &str) -> Result<Cuts, CutError> {
    let run = |cut: Option<Cut>| {
        let (recording, finished) = run_apart(attempt, built, arguments, Change { cut, seed: None })?;
        let shown = attempt.shown.display();
        let events = recording
            .events()?
            .ok_or_else(|| problem!("{shown} {} and left no record, so it cannot be cut", finished.ending))?;
        Ok(Recorded { events, finished })
    };
    // It knows the program's files.
    let files = record(attempt, built, Change::default(), &mut Command::new(&built.program))?;
    let subject = Subject {
        name: attempt.shown.display().to_string(),
        source: files.source().to_owned(),
        run: &run,
        place: &|line| files.place(line),
    };
    cuts(&subject, lane)
}
