//! Makes the pages.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use serde_json::json;

use crate::finish::finish;
use crate::preprocessor::Lessons;

/// Makes the pages of the book in `root` into the folder `into`, which is emptied first, and finishes them.
///
/// # Errors
/// A chapter is not in order, a command fails, or mdBook cannot render.
pub fn render(root: &Path, into: &Path) -> Result<()> {
    let mut config = Config::from_disk(root.join("book.toml"))?;
    config.update_from_env()?;
    config.build.build_dir = into.to_owned();
    // The empty path is the beginning of every chapter's. mdBook's index of all their text would take seconds, and is replaced.
    config.set("output.html.search.chapter", json!({ "": { "enable": false } }))?;
    let mut book = MDBook::load_with_config(root, config.clone())?;
    // Takes the place of the command of the same name in book.toml: the same preprocessor, without another process.
    book.with_preprocessor(Lessons);
    book.build()?;
    finish(root, into, &config)
}

/// Makes the pages in a folder beside `target/book` and, once all are made, puts them in its place.
///
/// # Errors
/// As [`render`]; `target/book` is then as it was.
pub fn build(root: &Path) -> Result<PathBuf> {
    let pages = root.join("target/book");
    let next = root.join("target/book.next");
    render(root, &next)?;
    if pages.exists() {
        fs::remove_dir_all(&pages).with_context(|| format!("cannot replace {}", pages.display()))?;
    }
    fs::rename(&next, &pages).with_context(|| format!("cannot put the pages into {}", pages.display()))?;
    Ok(pages)
}
