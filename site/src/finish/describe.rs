//! Gives each page its own description, for search engines and link previews: the chapter's question or the first paragraph.

use lol_html::element;
use scraper::Html;

use super::Handlers;
use super::about::one_line;
use crate::built::selector;

/// Replaces the book's description by the page's own.
pub fn handlers(description: Option<String>) -> Handlers<'static> {
    let Some(description) = description else {
        return Vec::new();
    };
    vec![element!("meta[name=description]", move |meta| {
        meta.set_attribute("content", &description)?;
        Ok(())
    })]
}

/// The first paragraph, which describes a page that no question opens.
pub fn first_paragraph(page: &Html) -> Option<String> {
    let paragraph = page.select(&selector("main > p")).next()?;
    Some(one_line(paragraph)).filter(|text| !text.is_empty())
}
