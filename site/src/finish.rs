//! What the pages get after mdBook has made them: each page goes once through a rewriter that knows HTML.
//!
//! What mdBook can do by itself (styles, scripts, `theme/head.hbs`) belongs into `book.toml` and `theme/`; here stands only what
//! needs to know the whole page. `mdbook build` leaves it out, and its pages can be read as well.

mod describe;

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, rewrite_str};
use rayon::prelude::*;

/// What to do with the elements that a selector finds.
type Handlers<'h> = Vec<(Cow<'h, Selector>, ElementContentHandlers<'h>)>;

/// Finishes all pages in `folder`.
///
/// # Errors
/// A page cannot be read, understood or written.
pub fn finish(folder: &Path) -> Result<()> {
    pages(folder)?.par_iter().try_for_each(|page| {
        let html = fs::read_to_string(page).with_context(|| format!("cannot read {}", page.display()))?;
        let finished = finished(&html).with_context(|| format!("cannot finish {}", page.display()))?;
        fs::write(page, finished).with_context(|| format!("cannot write {}", page.display()))
    })
}

/// A page as it is published.
fn finished(html: &str) -> Result<String> {
    let handlers = describe::handlers(html);
    let settings = handlers.into_iter().fold(
        RewriteStrSettings::new(),
        RewriteStrSettings::append_element_content_handler,
    );
    rewrite_str(html, settings).map_err(|error| anyhow!("{error}"))
}

/// All files in `folder`, at any depth, that end in `.html`.
fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut pages = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("cannot read {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "html") {
                pages.push(path);
            }
        }
    }
    Ok(pages)
}
