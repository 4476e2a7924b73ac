//! What finishing adds to a page.

mod common;

use std::fs;
use std::path::Path;

use anyhow::Result;
use async_lessons_site::finish::finish;
use common::{here, write};
use mdbook_driver::config::Config;
use tempfile::TempDir;

/// A page as mdBook makes it, reduced to what is changed.
fn page(main: &str) -> String {
    format!(
        "<html><head><title>Join - Book</title><meta name=\"description\" content=\"\"></head><body><main>{main}</main>\
         <nav class=\"nav-wrapper\"><a rel=\"next prefetch\" href=\"../b/next.html\" class=\"mobile-nav-chapters next\" \
         title=\"Next chapter\" aria-label=\"Next chapter\"><svg></svg></a></nav></body></html>"
    )
}

/// Finishes a page with these settings, and returns the folder and the page's HTML.
fn finished(main: &str, settings: &str) -> Result<(TempDir, String)> {
    let path = "a/join.html";
    let folder = tempfile::tempdir().expect("a folder for the pages");
    write(folder.path(), path, &page(main));
    write(
        folder.path(),
        "toc.html",
        "<ol class=\"chapter\"><li><a href=\"b/next.html\"><strong>7.</strong> A &amp; B</a></li></ol>",
    );
    // mdBook's scripts for the search, which are replaced.
    write(folder.path(), "searchindex-0.js", "");
    write(folder.path(), "searcher-0.js", "searchindex-0.js searchterm.split(' ')");
    let config: Config = settings.parse().expect("the settings can be read");
    finish(&here(), folder.path(), &config)?;
    let html = fs::read_to_string(folder.path().join(path))?;
    Ok((folder, html))
}

fn html(main: &str) -> String {
    finished(main, "").expect("the page can be finished").1
}

#[test]
fn from_asyncio_becomes_a_section_that_ends_at_the_next_heading() {
    let text = "<h2 id=\"from-asyncio\"><a href=\"#from-asyncio\">From asyncio</a></h2><p>One.</p>";
    let begin = "<section class=\"asyncio\" aria-labelledby=\"from-asyncio\">\n<h2";
    for rest in ["<h2>When to use it</h2><p>Two.</p>", "<h1>The next chapter</h1>", ""] {
        let html = html(&format!("{text}<h3>More</h3><p>Two.</p>{rest}"));
        assert!(html.contains(begin), "{html}");
        assert!(html.contains(&format!("<p>Two.</p></section>\n{rest}")), "{html}");
    }
    let html = html("<h1 id=\"from-asyncio-to-tokio\">From asyncio to Tokio</h1><h2 id=\"from-asyncio-on\">On</h2>");
    assert!(!html.contains("<section"), "{html}");
}

#[test]
fn a_link_to_the_next_chapter_has_its_title() {
    let html = html("<h1>Join</h1><p>Text.</p>");
    assert!(
        html.contains("<span class=\"where\"><span>Next</span> <b>A &amp; B</b></span></a>"),
        "{html}"
    );
    assert!(!html.contains("aria-label=\"Next chapter\""), "{html}");
}

#[test]
fn cells_of_wide_tables_name_their_columns() {
    let table = |names: &[&str]| {
        let row = |tag: &str| {
            names
                .iter()
                .map(|name| format!("<{tag}>{name}</{tag}>"))
                .collect::<String>()
        };
        format!(
            "<div class=\"table-wrapper\"><table><thead><tr>{}</tr></thead><tbody><tr>{}</tr></tbody></table></div>",
            row("th"),
            row("td")
        )
    };
    let html = html(&format!(
        "{}{}",
        table(&["Item", "Kind"]),
        table(&["Item", "Use", "Since"])
    ));
    assert!(html.contains("<td data-column=\"Since\">Since</td>"), "{html}");
    assert!(html.contains("<td>Kind</td>"), "a narrow table is not changed: {html}");
    assert_eq!(html.matches("class=\"wide\"").count(), 1, "{html}");
}

const SITE: &str = "[book]\ntitle = \"Book\"\n[output.html]\nsite-url = ";

#[test]
fn a_link_preview_has_a_picture_if_the_address_is_known() -> Result<()> {
    let main = "<h1>One &amp; \"two\"</h1><p>Text.</p>";
    let (folder, html) = finished(main, &format!("{SITE}\"https://example.org/book/\""))?;
    for tag in [
        "property=\"og:title\" content=\"One &amp; &quot;two&quot;\"",
        "property=\"og:description\" content=\"Text.\"",
        "property=\"og:type\" content=\"article\"",
        "property=\"og:url\" content=\"https://example.org/book/a/join.html\"",
        "property=\"og:image\" content=\"https://example.org/book/card.png\"",
        "name=\"twitter:card\" content=\"summary_large_image\"",
    ] {
        assert!(html.contains(tag), "{tag} in {html}");
    }
    assert!(folder.path().join("card.png").is_file());

    // A path without a host is not enough.
    for site in ["\"/book/\"", "\"\""] {
        let (folder, html) = finished(main, &format!("{SITE}{site}"))?;
        assert!(
            html.contains("og:title") && !html.contains("og:image") && !html.contains("og:url"),
            "{html}"
        );
        assert!(!folder.path().join("card.png").exists());
    }
    Ok(())
}

#[test]
fn pictures_have_the_sizes_that_pages_announce() {
    assert_eq!(size(&here().join("theme/card.png")), (1200, 630));
    assert_eq!(size(&here().join("theme/favicon.png")), (64, 64));
}

/// The width and height of a PNG in pixels, from its first chunk.
fn size(file: &Path) -> (u32, u32) {
    let bytes = fs::read(file).expect("the picture is there");
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "{} is a PNG", file.display());
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}
