//! Gives each page its own description, the chapter's question, for search engines and link previews.

use lol_html::element;
use scraper::Html;

use super::Handlers;
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

/// The question that opens the chapter; on a page without one, its first paragraph.
pub fn description(page: &Html) -> Option<String> {
    let text = |query: &str| {
        let element = page.select(&selector(query)).next()?;
        let text: String = element.text().collect();
        let words: Vec<&str> = text.split_whitespace().collect();
        Some(words.join(" ")).filter(|text| !text.is_empty())
    };
    text("main > h1 + blockquote").or_else(|| text("main > p"))
}
