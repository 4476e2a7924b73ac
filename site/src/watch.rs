//! Sees what changes while the book is served.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use async_lessons::catalogue::Listing;
use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use tokio::sync::mpsc;

/// Editors write a file in several steps; what happens within this time is one change.
const PAUSE: Duration = Duration::from_millis(150);

/// What has changed.
#[derive(Debug, Default)]
pub struct Change {
    /// The listings whose source or snapshot is among it, by name.
    pub listings: Vec<String>,
    /// Whether something among it may concern every listing.
    pub concerns_all: bool,
}

/// Watches the book's sources; drop what it returns to stop.
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
            .filter(|path| !is_editors_own(path))
            .collect();
        if !paths.is_empty() {
            // Nobody listens any more when the server stops.
            let _ = changes.send(classify(&paths, &listings));
        }
    })
    .context("cannot watch files")?;
    for (path, mode) in [
        ("book", RecursiveMode::Recursive),
        ("listings", RecursiveMode::Recursive),
        ("theme", RecursiveMode::Recursive),
        ("timeline/player", RecursiveMode::Recursive),
        ("book.toml", RecursiveMode::NonRecursive),
    ] {
        watcher
            .watch(root.join(path), mode)
            .with_context(|| format!("cannot watch {path}"))?;
    }
    Ok(watcher)
}

fn classify(paths: &[PathBuf], listings: &Path) -> Change {
    let mut change = Change::default();
    for below in paths.iter().filter_map(|path| path.strip_prefix(listings).ok()) {
        let below = below.to_string_lossy().replace('\\', "/");
        let source = below.replace(".stdout", ".rs").replace(".stderr", ".rs");
        match Listing::from_path(&source) {
            Some(listing) => change.listings.push(listing.name()),
            None => change.concerns_all = true,
        }
    }
    change
}

/// Swap and backup files.
fn is_editors_own(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp") || name == "4913"
}
