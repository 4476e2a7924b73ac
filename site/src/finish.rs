//! What the pages get after mdBook has made them: each page goes once through a rewriter that knows HTML.
//!
//! What mdBook can do by itself (styles, scripts, `theme/head.hbs`) belongs into `book.toml` and `theme/`; here stands only what
//! needs to know the whole page. `mdbook build` leaves it out, and its pages can be read as well.

mod describe;
mod figures;
mod search;
mod share;
mod tables;
mod turn;

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, element, rewrite_str};
use mdbook_driver::config::Config;
use rayon::prelude::*;
use share::Shared;
use turn::Titles;

/// What to do with the elements that a selector finds.
type Handlers<'h> = Vec<(Cow<'h, Selector>, ElementContentHandlers<'h>)>;

/// The page that the book's own address opens.
const FIRST: &str = "index.html";

/// What is known before the first page is finished.
struct Book {
    shared: Shared,
    titles: Titles,
}

/// Finishes all pages in `folder`, which were made from the project in `root`.
///
/// # Errors
/// A page cannot be read, understood or written.
pub fn finish(root: &Path, folder: &Path, config: &Config) -> Result<()> {
    let pages: Vec<(PathBuf, String)> = pages(folder)?
        .into_par_iter()
        .map(|page| {
            let html =
                fs::read_to_string(folder.join(&page)).with_context(|| format!("cannot read {}", page.display()))?;
            Ok((page, html))
        })
        .collect::<Result<_>>()?;
    let book = Book {
        shared: Shared::prepare(root, folder, config)?,
        titles: turn::titles(folder)?,
    };
    let index = search::replace_index(folder, &pages)?;
    pages.par_iter().try_for_each(|(page, html)| {
        let path = page.to_string_lossy().replace('\\', "/");
        let finished = finished(&book, &path, html).with_context(|| format!("cannot finish {}", page.display()))?;
        fs::write(folder.join(page), index.rename(&finished))
            .with_context(|| format!("cannot write {}", page.display()))
    })
}

/// A page as it is published. `path` is its own, below the folder of the pages.
fn finished(book: &Book, path: &str, html: &str) -> Result<String> {
    let mut handlers = describe::handlers(html);
    handlers.extend(book.shared.handlers(path, html));
    handlers.extend(figures::handlers(html));
    handlers.extend(tables::handlers(html));
    handlers.extend(turn::handlers(&book.titles));
    if path == FIRST {
        // Styles and a script know it by this.
        handlers.push(element!("main", |main| Ok(main.set_attribute("class", "landing")?)));
    }
    let settings = handlers.into_iter().fold(
        RewriteStrSettings::new(),
        RewriteStrSettings::append_element_content_handler,
    );
    rewrite_str(html, settings).map_err(|error| anyhow!("{error}"))
}

/// All files below `folder` that end in `.html`, by their paths from there, sorted.
fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut pages = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        let folder = folder.join(&below);
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let path = below.join(entry?.file_name());
            if folder.join(path.file_name().unwrap_or_default()).is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "html") {
                pages.push(path);
            }
        }
    }
    pages.sort();
    Ok(pages)
}
