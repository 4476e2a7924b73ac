//! Each page's own description, for search engines and for those who share a link: the chapter's question.

use lol_html::element;
use scraper::{Html, Selector};

use super::Handlers;

/// How much of a page its description is looked for in, in bytes.
const OPENING: usize = 10_000;

/// Puts the page's description in the place of the book's.
pub fn handlers(html: &str) -> Handlers<'static> {
    let Some(description) = description(html) else {
        return Vec::new();
    };
    vec![element!("meta[name=description]", move |meta| {
        meta.set_attribute("content", &description)?;
        Ok(())
    })]
}

/// The question that opens the chapter; on a page without one, its first paragraph.
pub(super) fn description(html: &str) -> Option<String> {
    // It stands at the beginning; a book on one page need not be read to its end.
    let start = html.find("<main>")?;
    let end = html.floor_char_boundary(start + OPENING);
    let page = Html::parse_document(&html[start..end]);
    let text = |selector: &str| {
        let selector = Selector::parse(selector).expect("a selector");
        let element = page.select(&selector).next()?;
        let text: Vec<&str> = element.text().flat_map(str::split_whitespace).collect();
        Some(text.join(" ")).filter(|text| !text.is_empty())
    };
    text("main > h1 + blockquote").or_else(|| text("main > p"))
}
