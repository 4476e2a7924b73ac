//! Watches the book's sources while it is served.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use async_lessons::checks::is_editors;
use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use tokio::sync::mpsc;

/// Editors write a file in several steps. Events closer together than this are one change.
const PAUSE: Duration = Duration::from_millis(150);

/// The folders with sources, relative to the project's.
const FOLDERS: [&str; 6] = ["api", "book", "listings", "theme", "timeline/player", "benches/results"];

/// A source in the project's folder itself.
const SETTINGS: &str = "book.toml";

/// Watches the book's sources, and sends a message after each change, until the returned watcher is dropped.
///
/// # Errors
/// The system cannot watch files.
pub fn watch(
    root: &Path,
    changes: mpsc::UnboundedSender<()>,
) -> Result<Debouncer<RecommendedWatcher, RecommendedCache>> {
    // The system reports paths without symbolic links.
    let root = root.canonicalize().context("cannot find the project's folder")?;
    let mut sources = FOLDERS.map(|folder| root.join(folder)).to_vec();
    sources.retain(|folder| folder.is_dir());
    let folders = sources.clone();
    sources.push(root.join(SETTINGS));
    let is_source = move |path: &Path| sources.iter().any(|source| path.starts_with(source)) && !is_editors(path);
    let mut watcher = new_debouncer(PAUSE, None, move |result: DebounceEventResult| {
        let events = result.unwrap_or_default();
        let mut changed = events
            .iter()
            .filter(|event| !matches!(event.kind, EventKind::Access(_)));
        if changed.any(|event| event.paths.iter().any(|path| is_source(path))) {
            // Sending fails only while the server stops.
            let _ = changes.send(());
        }
    })
    .context("cannot watch files")?;
    for folder in folders {
        let watched = watcher.watch(&folder, RecursiveMode::Recursive);
        watched.with_context(|| format!("cannot watch {}", folder.display()))?;
    }
    // An editor that saves by renaming replaces the file, and with it what would be watched: so its folder is.
    let watched = watcher.watch(&root, RecursiveMode::NonRecursive);
    watched.with_context(|| format!("cannot watch {}", root.display()))?;
    Ok(watcher)
}
