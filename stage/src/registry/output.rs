//! The file into which the events are written.

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::thread;

use super::state::{Entry, Wait, note, registry};
use crate::event::{Await, Event, Happening};
use crate::setup::setup;

static FILE: OnceLock<PathBuf> = OnceLock::new();

/// Begins to record what happens, for this file.
pub fn record(file: PathBuf) {
    FILE.set(file).expect("one file is named");
    registry().entries = Some(Vec::new());
}

/// Writes what was recorded, once, if [`record`] was called. A file that cannot be written is missing: its reader notices.
pub fn write_events() {
    let Some(entries) = registry().entries.take() else {
        return;
    };
    if let Some(file) = FILE.get().or(setup().map(|setup| &setup.events)) {
        let text = serde_json::to_vec(&events(entries)).expect("events are plain data");
        let _ = fs::write(file, text);
    }
}

/// As [`write_events`]; the record ends before the program did.
pub fn write_cut(why: &str) {
    let why = why.to_owned();
    note(None, Happening::Cut { why });
    write_events();
}

/// Writes the events when the main thread of a program that was given a setup ends: it has no other end that the stage sees.
struct AtEnd(bool);

thread_local! {
    static AT_END: AtEnd = AtEnd(setup().is_some() && thread::current().name() == Some("main"));
}

impl Drop for AtEnd {
    fn drop(&mut self) {
        if self.0 {
            write_events();
        }
    }
}

/// Makes sure that the events are written when this thread ends, if it is the main thread of a program that was given a setup.
pub(super) fn write_at_end() {
    let _ = AT_END.try_with(|_| ());
}

/// What was recorded, as events.
fn events(entries: Vec<Entry>) -> Vec<Event> {
    let event = |entry: Entry| {
        let Entry { at, lane, what, waits } = entry;
        let what = match what {
            Happening::Pending { .. } => {
                let mut waits: Vec<Await> = waits.into_iter().map(awaited).collect();
                waits.sort();
                waits.dedup();
                Happening::Pending { waits }
            }
            other => other,
        };
        Event { at, lane, what }
    };
    entries.into_iter().map(event).collect()
}

fn awaited(wait: Wait) -> Await {
    let (line, what) = wait.place.unwrap_or_default();
    let (what, resource) = (what.to_owned(), wait.resource);
    Await { line, what, resource }
}
