//! Finishes the pages that mdBook has made: each goes once through an HTML rewriter.
//!
//! Only what needs to know a whole page stands here. What mdBook can do itself, such as styles, scripts and `theme/head.hbs`, belongs in
//! `book.toml` and `theme/`. The pages of `mdbook build` are not finished, and can be read all the same.

mod about;
mod access;
mod asyncio;
mod bundle;
mod describe;
mod highlight;
mod names;
mod page_links;
mod print;
mod search;
mod share;
mod wide_tables;

use std::borrow::Cow;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use async_lessons::catalogue::Catalogue;
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, element, rewrite_str};
use mdbook_driver::config::Config;
use rayon::prelude::*;
use scraper::Html;
use sha2::{Digest, Sha256};

use about::Chapters;
use bundle::Bundler;
use names::Names;
use page_links::Titles;
use share::Shared;

use crate::built::{address, pages};

/// Changes the elements that a selector finds.
type Handler<'h> = (Cow<'h, Selector>, ElementContentHandlers<'h>);
type Handlers<'h> = Vec<Handler<'h>>;

/// The page at the book's own address.
const FIRST: &str = "index.html";

/// The page of the whole book.
const WHOLE: &str = "print.html";

/// What all pages need.
struct Book {
    shared: Shared,
    titles: Titles,
    chapters: Arc<Chapters>,
    names: Arc<Names>,
    bundler: Arc<Bundler>,
    /// mdBook's table of contents, as HTML.
    contents: String,
}

/// Finishes all pages in `folder`, which were made from the project in `root`.
///
/// # Errors
/// A page, or a file that it loads, cannot be read, understood or written.
pub fn finish(root: &Path, folder: &Path, config: &Config) -> Result<()> {
    let pages = pages(folder)?;
    let contents = fs::read_to_string(folder.join("toc.html")).context("cannot read toc.html")?;
    let catalogue = Catalogue::load(root)?;
    let book = Book {
        shared: Shared::prepare(root, folder, config)?,
        titles: page_links::titles(&contents),
        chapters: Arc::new(about::chapters(&catalogue, &pages)?),
        names: Names::of(&catalogue),
        contents,
        bundler: Bundler::new(folder, pages.iter().map(|(_, html)| html.as_str())),
    };
    let index = search::replace_index(folder, &pages)?;
    pages.par_iter().try_for_each(|(page, html)| {
        let finished = finished(&book, page, html).with_context(|| format!("cannot finish {}", page.display()))?;
        fs::write(folder.join(page), index.rename(&finished))
            .with_context(|| format!("cannot write {}", page.display()))
    })?;
    book.bundler.remove_bundled()
}

/// The finished HTML of a page. `page` is its path relative to the folder of the pages.
fn finished(book: &Book, page: &Path, html: &str) -> Result<String> {
    let path = address(page);
    // Some handlers need to look ahead or back. The rewriter sees one element after the other, so they read this.
    let parsed = Html::parse_document(html);
    let question = book.chapters.get(&path).and_then(|about| about.question.clone());
    let description = question.or_else(|| describe::first_paragraph(&parsed));
    let mut handlers = describe::handlers(description.clone());
    handlers.extend(book.shared.handlers(&path, &parsed, description));
    handlers.extend(asyncio::handlers());
    handlers.extend(wide_tables::handlers(&parsed));
    handlers.extend(page_links::handlers(&book.titles, &book.chapters));
    handlers.extend(about::handlers(&book.chapters, &path));
    handlers.extend(names::handlers(&book.names, &path));
    handlers.extend(access::handlers(html));
    handlers.extend(highlight::handlers());
    // Removes scripts, so it goes before the bundler.
    if path == WHOLE {
        handlers.extend(print::handlers(&parsed, &book.contents)?);
    }
    handlers.extend(book.bundler.handlers(page));
    if path == FIRST {
        // For styles and the script of the first page.
        handlers.push(element!("main", |main| Ok(main.set_attribute("class", "landing")?)));
    }
    rewritten(html, handlers)
}

/// Applies the handlers to a page.
fn rewritten(html: &str, handlers: Handlers<'_>) -> Result<String> {
    let settings = handlers.into_iter().fold(
        RewriteStrSettings::new(),
        RewriteStrSettings::append_element_content_handler,
    );
    rewrite_str(html, settings).map_err(|error| anyhow!("{error}"))
}

/// A file name with a hash of the content, as mdBook's `hash-files` makes it, so that browsers never use an old file.
fn named_by_content(stem: &str, extension: &str, content: &str) -> String {
    let hash = Sha256::digest(content);
    let start: String = hash[..4].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{stem}-{start}.{extension}")
}
