//! Checks that chapters, listings, table of contents and manifests agree.
//!
//! Each check reads a project's files and reports problems with file, line and repair. `tests/project/book.rs` runs the checks on
//! this project, where they must find nothing, and on broken projects, where they must find exactly the known problems.

// The floors, from the ground up: a module uses only modules above its own line, as `tests::no_module_looks_up` in lib.rs checks.
mod markup;
mod paths;
mod settings;

mod appendix;
mod costs;
mod files;

mod sources;

mod chapters;

mod api;
mod manifest;

use std::path::Path;

use crate::catalogue::Catalogue;
use crate::problem::{Problem, Result};

pub use files::missing;
pub use manifest::{Files, lists};
pub use paths::is_editors;
pub use settings::check as check_settings;

/// Runs all checks on the project in `root`; returns the problems, sorted by file and line.
///
/// # Errors
/// Fails if the project's table of contents, manifests or folders cannot be read.
pub fn check(root: &Path) -> Result<Vec<Problem>> {
    let catalogue = Catalogue::load(root)?;
    let mut problems = check_settings(root)?;
    problems.extend(files::check(&catalogue)?);
    problems.extend(chapters::check(&catalogue));
    problems.extend(manifest::check(&catalogue)?);
    problems.extend(sources::refused(&catalogue)?);
    problems.extend(sources::unfinished(&catalogue));
    problems.extend(appendix::check(&catalogue));
    problems.extend(api::check(&catalogue));
    problems.extend(costs::check(&catalogue));
    problems.sort();
    problems.dedup();
    Ok(problems)
}

/// Checks the source of one chapter, with its commands. `path` is the chapter's, relative to `book/`.
pub fn check_chapter(catalogue: &Catalogue, path: &Path, text: &str) -> Vec<Problem> {
    chapters::check_text(catalogue, path, text)
}
