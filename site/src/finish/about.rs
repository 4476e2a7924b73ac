//! What the pages tell about chapters: the minutes that one takes to read, and the next one's question.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::Result;
use async_lessons::catalogue::Catalogue;
use async_lessons::figure::reading::minutes;
use lol_html::element;
use lol_html::html_content::ContentType;
use scraper::{ElementRef, Html};

use super::Handlers;
use crate::built::address;

/// What is known of a page.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The question that opens it, which also describes it.
    pub question: Option<String>,
    /// The minutes that it takes to read; `None` for a page that is looked up rather than read.
    pub minutes: Option<usize>,
}

/// What is known of the pages, by their addresses relative to the book's top.
pub type Chapters = BTreeMap<String, About>;

/// What is known of these pages.
///
/// # Errors
/// A chapter or a listing cannot be read.
pub fn chapters(catalogue: &Catalogue, pages: &[(PathBuf, String)]) -> Result<Chapters> {
    let mut chapters = Chapters::new();
    for (page, html) in pages {
        let about = About {
            question: question(html),
            minutes: None,
        };
        chapters.insert(address(page), about);
    }
    for chapter in catalogue.chapters().filter(|chapter| !chapter.is_appendix()) {
        let page = address(&chapter.path.with_extension("html"));
        if let Some(about) = chapters.get_mut(&page) {
            about.minutes = Some(minutes(catalogue, chapter)?);
        }
    }
    Ok(chapters)
}

/// The text of the quotation behind the title.
fn question(html: &str) -> Option<String> {
    let (_, rest) = html.split_once("</h1>\n<blockquote>")?;
    let (quotation, _) = rest.split_once("</blockquote>")?;
    Some(one_line(Html::parse_fragment(quotation).root_element()))
}

/// The text of an element, on one line.
pub fn one_line(element: ElementRef) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Writes the minutes below the question of a chapter. `page` is its address.
pub fn handlers(chapters: &Chapters, page: &str) -> Handlers<'static> {
    let Some(minutes) = chapters.get(page).and_then(|about| about.minutes) else {
        return Vec::new();
    };
    vec![element!("main > blockquote:first-of-type", move |question| {
        let text = format!("\n<p class=\"minutes\">{minutes} minutes to read</p>");
        question.after(&text, ContentType::Html);
        Ok(())
    })]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_is_the_quotation_behind_the_title() {
        let page = |after: &str| question(&format!("<main><h1 id=\"x\">T</h1>\n{after}</main>"));
        let asked = page("<blockquote>\n<p>How <code>a &lt; b</code>\nis?</p>\n</blockquote>\n<p>No.</p>");
        assert_eq!(asked.as_deref(), Some("How a < b is?"));
        assert_eq!(page("<p>No.</p>\n<blockquote><p>x</p></blockquote>"), None);
    }
}
