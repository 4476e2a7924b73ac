//! Builds the pages.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use serde_json::json;

use crate::finish::finish;
use crate::preprocessor::Lessons;

/// Builds the pages of the book in `root` into the folder `into`, which is emptied first, and finishes them.
///
/// # Errors
/// A chapter has a problem, a command fails, or mdBook cannot render.
pub fn render(root: &Path, into: &Path) -> Result<()> {
    let mut config = Config::from_disk(root.join("book.toml"))?;
    config.update_from_env()?;
    config.build.build_dir = into.to_owned();
    // `finish` replaces mdBook's search index, which takes seconds to make. The empty path is a prefix of every chapter's path.
    config.set("output.html.search.chapter", json!({ "": { "enable": false } }))?;
    let mut book = MDBook::load_with_config(root, config.clone())?;
    // Replaces the command of the same name in book.toml: the same preprocessor, without another process.
    book.with_preprocessor(Lessons);
    book.build()?;
    finish(root, into, &config)
}

/// Builds the pages in a folder beside `target/book`, then moves them there, and returns that folder.
///
/// # Errors
/// As for [`render`], after which `target/book` is unchanged; or the pages cannot be moved.
pub fn build(root: &Path) -> Result<PathBuf> {
    let pages = root.join("target/book");
    let next = root.join("target/book.next");
    render(root, &next)?;
    if pages.exists() {
        fs::remove_dir_all(&pages).with_context(|| format!("cannot replace {}", pages.display()))?;
    }
    fs::rename(&next, &pages).with_context(|| format!("cannot move the pages to {}", pages.display()))?;
    Ok(pages)
}
