//! Adds to the links at a page's foot, which mdBook makes arrows, the titles of the previous and the next chapter, and the next one's
//! question.

use std::collections::BTreeMap;
use std::sync::Arc;

use lol_html::element;
use lol_html::html_content::ContentType;
use scraper::{ElementRef, Html};

use super::Handlers;
use super::about::Chapters;
use crate::built::selector;

/// The titles of the pages, by their addresses relative to the book's top.
pub type Titles = Arc<BTreeMap<String, String>>;

/// Reads the titles from mdBook's table of contents, `toc.html`.
pub fn titles(contents: &str) -> Titles {
    // In a link, the chapter's number is an element and its title is text.
    let title = |link: ElementRef| -> Option<(String, String)> {
        let words = link
            .children()
            .filter_map(|node| node.value().as_text())
            .flat_map(|text| text.split_whitespace());
        Some((link.attr("href")?.to_owned(), words.collect::<Vec<_>>().join(" ")))
    };
    let links = selector(".chapter a[href]");
    Arc::new(
        Html::parse_document(contents)
            .select(&links)
            .filter_map(title)
            .collect(),
    )
}

/// Writes the titles and the next question into the links.
pub fn handlers(titles: &Titles, chapters: &Arc<Chapters>) -> Handlers<'static> {
    let (titles, chapters) = (titles.clone(), chapters.clone());
    let selector = "nav.nav-wrapper a.mobile-nav-chapters[href]";
    vec![element!(selector, move |link| {
        let address = link.get_attribute("href").unwrap_or_default();
        let address = address.trim_start_matches("../");
        let Some(title) = titles.get(address) else {
            return Ok(());
        };
        let is_next = link.get_attribute("rel").is_some_and(|rel| rel.contains("next"));
        let what = if is_next { "Next" } else { "Previous" };
        // The new text makes these redundant.
        link.remove_attribute("aria-label");
        link.remove_attribute("title");
        link.append("<span class=\"where\"><span>", ContentType::Html);
        link.append(what, ContentType::Text);
        link.append("</span> <b>", ContentType::Html);
        link.append(title, ContentType::Text);
        link.append("</b>", ContentType::Html);
        if let Some(question) = chapters
            .get(address)
            .and_then(|next| next.question.as_ref())
            .filter(|_| is_next)
        {
            link.append(" <i>", ContentType::Html);
            link.append(question, ContentType::Text);
            link.append("</i>", ContentType::Html);
        }
        link.append("</span>", ContentType::Html);
        Ok(())
    })]
}
