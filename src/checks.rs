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

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::catalogue::Catalogue;

pub use manifest::stale;

/// A fault, where it is, and how to repair it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, seen from the project's root, with `/` between its parts.
    pub file: String,
    /// The line, from 1; 0 when it is about the file as a whole.
    pub line: usize,
    /// What is wrong and what to do about it.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(formatter, "{}: {}", self.file, self.message),
            line => write!(formatter, "{}:{line}: {}", self.file, self.message),
        }
    }
}

/// Runs all checks over the project in `root`; the problems come in the order of files and lines.
///
/// # Errors
/// The project cannot be read at all.
pub fn check(root: &Path) -> Result<Vec<Problem>, String> {
    let catalogue = Catalogue::load(root)?;
    let mut problems = files::check(&catalogue)?;
    problems.extend(chapters::check(&catalogue)?);
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

/// All files below a folder, as paths from there with `/` between their parts, in order.
fn files_below(folder: &Path) -> Result<Vec<String>, String> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        let entries = fs::read_dir(folder.join(&below)).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let entry = entry.map_err(|error| format!("{}: {error}", folder.display()))?;
            let path = below.join(entry.file_name());
            if entry.path().is_dir() {
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
