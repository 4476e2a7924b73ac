//! The whole book on one page, to be printed: it gets a title page and a table of contents.

use anyhow::{Result, ensure};
use lol_html::element;
use lol_html::html_content::ContentType;
use scraper::Html;
use timeline::html::escape;

use super::{Handlers, selector};

/// What nobody uses on paper: to play a hundred timelines, or to switch between twins. To prepare all of it takes a browser half a minute.
const UNUSED: &str =
    "script.trace, script[src*='timeline/player'], script[src*='theme/twins'], figure.timeline details";

/// Puts a title page and the contents, as they stand in mdBook's `toc.html`, in front of the chapters.
///
/// # Errors
/// The chapters of the two pages differ.
pub fn handlers(page: &Html, contents: &str) -> Result<Handlers<'static>> {
    let chapters: Vec<&str> = page
        .select(&selector("main h1"))
        .filter_map(|heading| heading.attr("id"))
        .collect();
    let mut left = chapters.iter();
    let mut list = String::new();
    for entry in Html::parse_document(contents).select(&selector("a, .part-title")) {
        if entry.value().name() == "a" {
            let id = left.next().copied().unwrap_or_default();
            list.push_str(&format!("<li><a href=\"#{id}\">{}</a></li>\n", entry.inner_html()));
        } else {
            list.push_str(&format!("<li class=\"part\">{}</li>\n", entry.inner_html()));
        }
    }
    let links = list.matches("<a ").count();
    ensure!(
        links == chapters.len(),
        "the table of contents has {links} chapters, the printed book {}: has one of them more than one heading with a single `#`?",
        chapters.len()
    );
    let text = |query: &str, attribute: Option<&str>| {
        let element = page.select(&selector(query)).next();
        element
            .map(|element| match attribute {
                Some(name) => escape(element.attr(name).unwrap_or_default()),
                None => element.inner_html(),
            })
            .unwrap_or_default()
    };
    let front = format!(
        "<header class=\"front\">\n<p class=\"title\">{}</p>\n<p>{}</p>\n</header>\n<nav class=\"contents\" aria-label=\"Contents\">\n<ul>\n{list}</ul>\n</nav>\n",
        text(".menu-title", None),
        text("meta[name=description]", Some("content")),
    );
    Ok(vec![
        element!("main", move |main| {
            main.prepend(&front, ContentType::Html);
            // Styles know by this that no script will show one of two twins.
            Ok(main.set_attribute("class", "whole")?)
        }),
        element!(UNUSED, |unused| {
            unused.remove();
            Ok(())
        }),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTENTS: &str =
        "<ol><li><a href=\"a.html\">A</a></li><li class=\"part-title\">Part</li><li><a href=\"b.html\">B</a></li></ol>";

    #[test]
    fn each_chapter_has_its_entry() {
        assert!(
            handlers(
                &Html::parse_document("<main><h1 id=\"a\">A</h1><h1 id=\"b\">B</h1></main>"),
                CONTENTS
            )
            .is_ok()
        );
        let error = handlers(&Html::parse_document("<main><h1 id=\"a\">A</h1></main>"), CONTENTS)
            .err()
            .expect("one is missing");
        assert!(
            error.to_string().contains("has 2 chapters, the printed book 1"),
            "{error}"
        );
    }
}
