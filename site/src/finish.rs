//! What the pages get after mdBook has made them: each page goes once through a rewriter that knows HTML.
//!
//! What mdBook can do by itself (styles, scripts, `theme/head.hbs`) belongs into `book.toml` and `theme/`; here stands only what
//! needs to know the whole page. `mdbook build` leaves it out, and its pages can be read as well.

mod access;
mod describe;
mod highlight;
mod print;
mod search;
mod sections;
mod share;
mod slim;
mod tables;
mod turn;

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, element, rewrite_str};
use mdbook_driver::config::Config;
use rayon::prelude::*;
use scraper::Html;
use sha2::{Digest, Sha256};
use share::Shared;
use slim::Slim;
use turn::Titles;

use crate::links::files;

/// What to do with the elements that a selector finds.
type Handler<'h> = (Cow<'h, Selector>, ElementContentHandlers<'h>);
type Handlers<'h> = Vec<Handler<'h>>;

/// The page that the book's own address opens.
const FIRST: &str = "index.html";

/// The page that holds the whole book.
const WHOLE: &str = "print.html";

/// What is known before the first page is finished.
struct Book {
    shared: Shared,
    titles: Titles,
    slim: Arc<Slim>,
    /// The table of contents, as mdBook writes it.
    contents: String,
}

/// Finishes all pages in `folder`, which were made from the project in `root`.
///
/// # Errors
/// A page, or a file that it asks for, cannot be read, understood or written.
pub fn finish(root: &Path, folder: &Path, config: &Config) -> Result<()> {
    let is_page = |file: &PathBuf| file.extension().is_some_and(|extension| extension == "html");
    let pages: Vec<(PathBuf, String)> = files(folder)?
        .into_par_iter()
        .filter(is_page)
        .map(|page| {
            let html =
                fs::read_to_string(folder.join(&page)).with_context(|| format!("cannot read {}", page.display()))?;
            Ok((page, html))
        })
        .collect::<Result<_>>()?;
    let contents = fs::read_to_string(folder.join("toc.html")).context("cannot read toc.html")?;
    let book = Book {
        shared: Shared::prepare(root, folder, config)?,
        titles: turn::titles(&contents),
        contents,
        slim: Slim::new(folder, pages.iter().map(|(_, html)| html.as_str())),
    };
    let index = search::replace_index(folder, &pages)?;
    pages.par_iter().try_for_each(|(page, html)| {
        let finished = finished(&book, page, html).with_context(|| format!("cannot finish {}", page.display()))?;
        fs::write(folder.join(page), index.rename(&finished))
            .with_context(|| format!("cannot write {}", page.display()))
    })?;
    book.slim.clear()
}

/// A page as it is published. `page` is its path, below the folder of the pages.
fn finished(book: &Book, page: &Path, html: &str) -> Result<String> {
    let path = page.to_string_lossy().replace('\\', "/");
    // What looks ahead, or back, reads this; the rewriter sees one element after the other.
    let parsed = Html::parse_document(html);
    let description = describe::description(&parsed);
    let mut handlers = describe::handlers(description.clone());
    handlers.extend(book.shared.handlers(&path, &parsed, description));
    handlers.extend(sections::handlers());
    handlers.extend(tables::handlers(&parsed));
    handlers.extend(turn::handlers(&book.titles));
    handlers.extend(access::handlers(html));
    handlers.extend(highlight::handlers());
    // It takes scripts away, before the others are joined.
    if path == WHOLE {
        handlers.extend(print::handlers(&parsed, &book.contents)?);
    }
    handlers.extend(book.slim.handlers(page));
    if path == FIRST {
        // Styles and a script know it by this.
        handlers.push(element!("main", |main| Ok(main.set_attribute("class", "landing")?)));
    }
    rewritten(html, handlers)
}

/// A page after the handlers have been over it.
fn rewritten(html: &str, handlers: Handlers<'_>) -> Result<String> {
    let settings = handlers.into_iter().fold(
        RewriteStrSettings::new(),
        RewriteStrSettings::append_element_content_handler,
    );
    rewrite_str(html, settings).map_err(|error| anyhow!("{error}"))
}

/// A file's name as mdBook's `hash-files` gives it: new content has a new name, so that no browser keeps the old one.
fn named_by_content(stem: &str, extension: &str, content: &str) -> String {
    let hash = Sha256::digest(content);
    let start: String = hash[..4].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{stem}-{start}.{extension}")
}

pub(crate) fn selector(text: &str) -> scraper::Selector {
    scraper::Selector::parse(text).expect("a constant selector is well formed")
}
