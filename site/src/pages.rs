//! Builds the pages.

use std::fs::File;
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, ensure};
use async_lessons::catalogue::Catalogue;
use async_lessons::catalogue::settings::settings;
use async_lessons::checks::{check_settings, is_editors, missing};
use mdbook_driver::MDBook;
use serde_json::json;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::util::SubscriberInitExt;

use crate::built::files;
use crate::finish::finish;
use crate::place::{Scratch, check_replaceable, replace};
use crate::preprocessor::{Lessons, refuse};
use crate::programs::Programs;

/// The folder for the finished pages of the project in `root`: the setting `build-dir`.
///
/// # Errors
/// The settings cannot be read.
pub fn folder(root: &Path) -> Result<PathBuf> {
    Ok(root.join(settings(root)?.build.build_dir))
}

/// Builds the pages of the book in `root` into the folder `into`, which is emptied first, and finishes them.
///
/// # Errors
/// A setting or a chapter has a problem, a command fails, or mdBook cannot render or warns.
pub fn render(root: &Path, into: &Path) -> Result<()> {
    let mut problems = check_settings(root)?;
    problems.extend(missing(&Catalogue::load(root)?));
    refuse(problems)?;
    let mut config = settings(root)?;
    config.build.build_dir = into.to_owned();
    // `finish` replaces mdBook's search index, which takes seconds to make. The empty path is a prefix of every chapter's path.
    config.set("output.html.search.chapter", json!({ "": { "enable": false } }))?;
    let mut book = MDBook::load_with_config(root, config.clone())?;
    // Replaces the command of the same name in book.toml: the same preprocessor, without another process.
    book.with_preprocessor(Lessons);
    let empty = tempfile::tempdir()?;
    if files(&root.join("book"))?.iter().any(|file| is_editors(file)) {
        // mdBook has read the chapters. It would copy all other files to the pages, and fail if one is a link to nothing.
        let wrong_address = root.join("book/404.md");
        if wrong_address.is_file() {
            std::fs::copy(wrong_address, empty.path().join("404.md"))?;
        }
        book.config.book.src = empty.path().to_owned();
    }
    without_warnings(|| book.build())?;
    finish(root, into, &config)
}

/// Does `work`, in which mdBook must not warn.
fn without_warnings(work: impl FnOnce() -> Result<()>) -> Result<()> {
    let log = Arc::new(tempfile::tempfile()?);
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(LevelFilter::WARN)
        .with_writer(Arc::clone(&log))
        .with_ansi(false)
        .with_level(false)
        .with_target(false)
        .without_time()
        .finish();
    {
        let _until_here = subscriber.set_default();
        work()?;
    }
    let mut warnings = String::new();
    let mut log: &File = &log;
    log.rewind()?;
    log.read_to_string(&mut warnings)?;
    ensure!(
        warnings.is_empty(),
        "mdBook warns, and a page would be wrong:\n{}",
        warnings.trim_end()
    );
    Ok(())
}

/// Builds the pages in a folder of their own, then puts them into [`folder`], and returns that folder.
///
/// # Errors
/// As for [`render`]; or a listing was saved meanwhile; or the pages cannot be moved. Then the last pages are as before.
pub fn build(root: &Path) -> Result<PathBuf> {
    let pages = folder(root)?;
    check_replaceable(&pages)?;
    let scratch = Scratch::beside(&pages)?;
    let next = scratch.path().join("pages");
    let mut programs = Programs::handed_over(root);
    programs.prepare(root)?;
    render(root, &next)?;
    ensure!(
        programs.are_current(root),
        "a file in listings/ was saved while the pages were built, so they may show what did not run; build again"
    );
    replace(&next, &pages)?;
    Ok(pages)
}
