//! The file into which the events are written.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use super::state::{Entry, Wait, registry};
use crate::backtrace;
use crate::event::{Await, Event, Happening};

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
    if let Some(file) = FILE.get() {
        let text = serde_json::to_vec(&with_names(entries)).expect("events are plain data");
        let _ = fs::write(file, text);
    }
}

/// The events, with names and lines for what is waited for.
fn with_names(entries: Vec<Entry>) -> Vec<Event> {
    // The same await is seen again and again: each place is named once.
    let mut known: HashMap<Wait, Await> = HashMap::new();
    let mut named = |wait: Wait| known.entry(wait).or_insert_with_key(name).clone();
    let event = |entry: Entry| {
        let Entry { at, lane, what, waits } = entry;
        let what = match what {
            Happening::Pending { .. } => {
                let mut waits: Vec<Await> = waits.into_iter().map(&mut named).collect();
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

fn name(wait: &Wait) -> Await {
    let (line, what) = backtrace::locate(&wait.frames).unwrap_or_default();
    let resource = wait.resource;
    Await { line, what, resource }
}
