//! Adds a title page and a table of contents to the page of the whole book, which is made to be printed.

use anyhow::{Result, ensure};
use lol_html::element;
use lol_html::html_content::ContentType;
use scraper::Html;
use timeline::html::escape;

use super::Handlers;
use crate::built::selector;

/// Players of timelines, switches between twins, and marks of what was read: useless on paper, and a browser needs half a minute to
/// prepare them all.
const UNUSED: &str = "script.trace, script[src*='timeline/player'], script[src*='theme/twins'], script[src*='theme/marks'], figure.timeline details";

/// Adds the title page, and the contents from mdBook's `toc.html`, and removes what is [`UNUSED`].
///
/// # Errors
/// The table of contents and the page have different numbers of chapters.
pub fn handlers(page: &Html, contents: &str) -> Result<Handlers<'static>> {
    let front = front(page, contents)?;
    Ok(vec![
        element!("main", move |main| {
            main.prepend(&front, ContentType::Html);
            // Tells styles that no script will show only one of two twins.
            Ok(main.set_attribute("class", "whole")?)
        }),
        element!(UNUSED, |unused| {
            unused.remove();
            Ok(())
        }),
    ])
}

/// The title page and the table of contents, as HTML.
fn front(page: &Html, contents: &str) -> Result<String> {
    let found = |query: &str| page.select(&selector(query)).next();
    let title = found(".menu-title").map(|title| title.inner_html());
    let description = found("meta[name=description]").and_then(|meta| meta.attr("content"));
    Ok(format!(
        "<header class=\"front\">\n<p class=\"title\">{}</p>\n<p>{}</p>\n</header>\n\
         <nav class=\"contents\" aria-label=\"Contents\">\n<ul>\n{}</ul>\n</nav>\n",
        title.unwrap_or_default(),
        escape(description.unwrap_or_default()),
        entries(page, contents)?
    ))
}

/// The entries of the table of contents. Those of chapters link to the page's first-level headings.
fn entries(page: &Html, contents: &str) -> Result<String> {
    let headings = selector("main h1");
    let ids: Vec<&str> = page
        .select(&headings)
        .filter_map(|heading| heading.attr("id"))
        .collect();
    let mut list = String::new();
    let mut chapters = 0;
    for entry in Html::parse_document(contents).select(&selector("a, .part-title")) {
        let title = entry.inner_html();
        if entry.value().name() == "a" {
            let id = ids.get(chapters).unwrap_or(&"");
            list.push_str(&format!("<li><a href=\"#{id}\">{title}</a></li>\n"));
            chapters += 1;
        } else {
            list.push_str(&format!("<li class=\"part\">{title}</li>\n"));
        }
    }
    ensure!(
        chapters == ids.len(),
        "the table of contents has {chapters} chapters, but the page of the whole book has {}; \
         does a chapter have more than one heading with a single `#`?",
        ids.len()
    );
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTENTS: &str =
        "<ol><li><a href=\"a.html\">A</a></li><li class=\"part-title\">Part</li><li><a href=\"b.html\">B</a></li></ol>";

    #[test]
    fn each_chapter_has_an_entry() {
        let page = |main: &str| Html::parse_document(&format!("<main>{main}</main>"));
        let list = entries(&page("<h1 id=\"x\">A</h1><h1 id=\"y\">B</h1>"), CONTENTS).expect("both chapters are there");
        assert_eq!(
            list,
            "<li><a href=\"#x\">A</a></li>\n<li class=\"part\">Part</li>\n<li><a href=\"#y\">B</a></li>\n"
        );
        let error = entries(&page("<h1 id=\"x\">A</h1>"), CONTENTS).expect_err("one is missing");
        assert!(
            error
                .to_string()
                .contains("has 2 chapters, but the page of the whole book has 1"),
            "{error}"
        );
    }
}
