//! The link check finds each fault of a page, and nothing on good pages.

mod common;

use std::path::Path;

use async_lessons_site::links::check;
use common::write;

const GOOD: &str = "<h1 id=\"top\">Top</h1><a href=\"more/b.html#there\">b</a> <a href=\"#top\">up</a> \
    <a href=\"https://example.org/\">elsewhere</a> <a href=\"mailto:a@example.org\">mail</a> \
    <a href=\"more/c%20d.html#%C3%A9t%C3%A9\">c</a> <img src=\"p.png\">";

fn pages(page: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the pages");
    write(folder.path(), "a.html", page);
    write(folder.path(), "p.png", "x");
    write(
        folder.path(),
        "more/b.html",
        "<p id=\"there\"><a href=\"../a.html\">a</a></p>",
    );
    write(folder.path(), "more/c d.html", "<p id=\"été\">c</p>");
    folder
}

fn found(folder: &Path) -> String {
    check(folder).expect("the folder can be read").join("\n")
}

#[test]
fn good_pages_pass() {
    assert_eq!(found(pages(GOOD).path()), "");
}

#[test]
fn each_fault_is_found() {
    for (fault, expected) in [
        ("<a href=\"missing.html\">x</a>", "a.html: missing.html does not exist"),
        (
            "<a href=\"more/b.html#missing\">x</a>",
            "a.html: more/b.html#missing names an id that its page does not have",
        ),
        (
            "<script>const fragmentMap =\n {\"#old\":\"more/b.html#missing\"}\n;</script>",
            "a.html: more/b.html#missing names an id that its page does not have",
        ),
        (
            "<a href=\"#missing\">x</a>",
            "a.html: #missing names an id that its page does not have",
        ),
        (
            "<a href=\"/p.png\">x</a>",
            "a.html: /p.png starts at the host's root, but the book may be published in any folder",
        ),
        ("<img src=\"missing.png\">", "a.html: missing.png does not exist"),
        (
            "<script src=\"https://example.org/x.js\"></script>",
            "a.html: loads https://example.org/x.js from another host",
        ),
        (
            "<script src=\"//example.org/x.js\"></script>",
            "a.html: loads //example.org/x.js from another host",
        ),
        (
            "<link rel=\"stylesheet\" href=\"https://example.org/x.css\">",
            "a.html: loads https://example.org/x.css from another host",
        ),
        ("<p>{{ #title x}}</p>", "a.html: `{{#` was left unexpanded"),
        (
            "<a href=\"more/c%20e.html\">x</a>",
            "a.html: more/c%20e.html does not exist",
        ),
        ("<p>{{#include x}}</p>", "a.html: `{{#` was left unexpanded"),
        (
            "<p><strong>cmdrun error</strong></p>",
            "a.html: `cmdrun error` was left unexpanded",
        ),
        (
            "<!-- cmdrun lessons output x -->",
            "a.html: `<!-- cmdrun` was left unexpanded",
        ),
    ] {
        assert_eq!(found(pages(&format!("{GOOD}{fault}")).path()), expected);
    }
    let empty = tempfile::tempdir().expect("an empty folder");
    assert!(found(empty.path()).contains("there are no pages"));
}
