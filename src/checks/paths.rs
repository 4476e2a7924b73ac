//! Paths of the project's files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::catalogue::Catalogue;
use crate::problem::{Problem, Result};

/// The paths of all files in a folder of the project and its subfolders, relative to the folder, with `/` as separator, sorted.
/// Editors' files are not among them.
///
/// # Errors
/// Fails if a folder cannot be read.
pub(super) fn files_below(catalogue: &Catalogue, name: &str) -> Result<Vec<String>> {
    let folder = catalogue.root.join(name);
    let unreadable = |error: std::io::Error| Problem::in_file(name, format!("cannot be read: {error}"));
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        for entry in fs::read_dir(folder.join(&below)).map_err(unreadable)? {
            let path = below.join(entry.map_err(unreadable)?.file_name());
            if is_editors(&path) {
                continue;
            }
            if folder.join(&path).is_dir() {
                folders.push(path);
            } else {
                files.push(slashed(&path));
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Whether a file is an editor's, or a tool's that merges: a lock, a backup, a swap file. Such files are never sources.
pub fn is_editors(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ends = ["~", "#", ".bak", ".orig", ".rej", ".swo", ".swp", ".swx", ".tmp"];
    // Vim creates 4913 to test whether a folder is writable.
    name.starts_with(['.', '#']) || ends.iter().any(|end| name.ends_with(end)) || name == "4913"
}

/// A path with `/` as separator on every system.
pub(super) fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
