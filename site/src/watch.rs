//! Watches the book's sources while it is served.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use async_lessons::catalogue::Listing;
use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use tokio::sync::mpsc;

use crate::built::address;

/// Editors write a file in several steps. Events closer together than this are one change.
const PAUSE: Duration = Duration::from_millis(150);

/// The sources, relative to the project's folder.
const SOURCES: [(&str, RecursiveMode); 5] = [
    ("book", RecursiveMode::Recursive),
    ("listings", RecursiveMode::Recursive),
    ("theme", RecursiveMode::Recursive),
    ("timeline/player", RecursiveMode::Recursive),
    ("book.toml", RecursiveMode::NonRecursive),
];

/// A change of the sources.
#[derive(Debug, Default)]
pub struct Change {
    /// The names of the listings whose source or snapshot changed.
    pub listings: Vec<String>,
    /// Whether another file in `listings/` changed, which may affect every listing.
    pub affects_all: bool,
}

/// Watches the book's sources, and sends each change, until the returned watcher is dropped.
///
/// # Errors
/// The system cannot watch files.
pub fn watch(
    root: &Path,
    changes: mpsc::UnboundedSender<Change>,
) -> Result<Debouncer<RecommendedWatcher, RecommendedCache>> {
    let listings = root.join("listings");
    let mut watcher = new_debouncer(PAUSE, None, move |result: DebounceEventResult| {
        let events = result.unwrap_or_default();
        let paths: Vec<PathBuf> = events
            .iter()
            .filter(|event| !matches!(event.kind, EventKind::Access(_)))
            .flat_map(|event| event.paths.iter().cloned())
            .filter(|path| !is_editor_file(path))
            .collect();
        if !paths.is_empty() {
            // Sending fails only while the server stops.
            let _ = changes.send(classify(&paths, &listings));
        }
    })
    .context("cannot watch files")?;
    for (path, mode) in SOURCES {
        watcher
            .watch(root.join(path), mode)
            .with_context(|| format!("cannot watch {path}"))?;
    }
    Ok(watcher)
}

fn classify(paths: &[PathBuf], listings: &Path) -> Change {
    let mut change = Change::default();
    for below in paths.iter().filter_map(|path| path.strip_prefix(listings).ok()) {
        let file = address(below);
        // A twin needs no program.
        if file.ends_with(".py") || file.ends_with(".py.stdout") {
            continue;
        }
        let source = file.replace(".stdout", ".rs").replace(".stderr", ".rs");
        match Listing::from_path(&source) {
            Some(listing) => change.listings.push(listing.name()),
            None => change.affects_all = true,
        }
    }
    change
}

/// Whether a file is an editor's swap or backup file.
fn is_editor_file(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // Vim creates 4913 to test whether a folder is writable.
    name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp") || name == "4913"
}
