//! The settings of the book: `book.toml`, and the environment variables that mdBook reads, such as
//! `MDBOOK_OUTPUT__HTML__SITE_URL`.

use std::ffi::OsString;
use std::path::Path;
use std::{env, fs};

use mdbook_core::config::Config;

use super::chapter::line_at;
use crate::problem::{Problem, Result, problem, read};

/// The file of the settings.
pub const SETTINGS: &str = "book.toml";

/// Reads the settings of the project in `root`. Environment variables replace what is in the file, as in mdBook.
///
/// # Errors
/// Fails if `book.toml` cannot be read or parsed, or if a variable sets what mdBook cannot use.
pub fn settings(root: &Path) -> Result<Config> {
    let text = read(root, SETTINGS)?;
    if let Err(error) = toml::from_str::<toml::Table>(&text) {
        let line = error.span().map_or(0, |span| line_at(&text, span.start));
        return Err(Problem::from(error.message()).at(SETTINGS, line));
    }
    let parsed = text.parse::<Config>();
    let mut config = parsed.map_err(|error| Problem::in_file(SETTINGS, format!("{error:#}")))?;
    let changed = config.update_from_env();
    changed.map_err(|error| problem!("an environment variable `MDBOOK_…` cannot be used: {error:#}"))?;
    Ok(config)
}

/// All that [`settings`] depends on: the file's content, and mdBook's variables, sorted.
pub fn origin(root: &Path) -> (Option<Vec<u8>>, Vec<(OsString, OsString)>) {
    let is_mdbooks = |(name, _): &(OsString, OsString)| name.to_string_lossy().starts_with("MDBOOK_");
    let mut variables: Vec<_> = env::vars_os().filter(is_mdbooks).collect();
    variables.sort();
    (fs::read(root.join(SETTINGS)).ok(), variables)
}
