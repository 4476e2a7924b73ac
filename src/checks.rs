//! What holds the book together: chapters, listings, the table of contents and the manifest must agree.
//!
//! Each check looks at a project's files and reports what it finds, with file, line and repair. `tests/project/book.rs` runs them over
//! this project, where they must find nothing, and over broken ones, in each of which they must find its fault.

mod appendix;
mod chapters;
mod costs;
mod files;
mod manifest;
mod sources;

use std::fs;
use std::path::{Path, PathBuf};

use crate::catalogue::Catalogue;
use crate::problem::{Problem, Result};

pub use chapters::requests;
pub use manifest::stale;

/// Runs all checks over the project in `root`; the problems come in the order of files and lines.
///
/// # Errors
/// The project cannot be read at all.
pub fn check(root: &Path) -> Result<Vec<Problem>> {
    let catalogue = Catalogue::load(root)?;
    let mut problems = files::check(&catalogue)?;
    problems.extend(chapters::check(&catalogue));
    problems.extend(manifest::check(&catalogue)?);
    problems.extend(sources::check(&catalogue));
    problems.extend(appendix::check(&catalogue));
    problems.extend(costs::check(&catalogue));
    problems.sort();
    problems.dedup();
    Ok(problems)
}

/// The problems of one chapter's source, before anything is put into it. `path` is the chapter's, below `book/`.
pub fn check_chapter(catalogue: &Catalogue, path: &Path, text: &str) -> Vec<Problem> {
    chapters::source(catalogue, path, text)
}

/// All files below a folder of the project, as paths from there with `/` between their parts, in order.
fn files_below(catalogue: &Catalogue, name: &str) -> Result<Vec<String>> {
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

/// A path with `/` between its parts on every system.
fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
