//! Built pages: their files, their addresses, and CSS selectors to read them with.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rayon::prelude::*;
use scraper::Selector;

/// All files below a folder, as sorted paths relative to it.
///
/// # Errors
/// A folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        let full = folder.join(&below);
        for entry in fs::read_dir(&full).with_context(|| format!("cannot read {}", full.display()))? {
            let entry = entry?;
            let path = below.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// All pages below a folder, with their HTML, by sorted paths relative to it.
///
/// # Errors
/// A folder or a page cannot be read.
pub(crate) fn pages(folder: &Path) -> Result<Vec<(PathBuf, String)>> {
    files(folder)?
        .into_par_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "html"))
        .map(|page| {
            let html =
                fs::read_to_string(folder.join(&page)).with_context(|| format!("cannot read {}", page.display()))?;
            Ok((page, html))
        })
        .collect()
}

/// A relative path as it stands in an address: with `/` on every system.
pub(crate) fn address(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Parses a constant CSS selector.
///
/// # Panics
/// The selector is malformed.
pub(crate) fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a constant selector is well formed")
}
