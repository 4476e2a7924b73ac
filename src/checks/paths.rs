//! Paths of the project's files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::catalogue::Catalogue;
use crate::problem::{Problem, Result};

/// The paths of all files in a folder of the project and its subfolders, relative to the folder, with `/` as separator, sorted.
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

/// A path with `/` as separator on every system.
pub(super) fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
