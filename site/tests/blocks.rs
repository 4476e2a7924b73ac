//! Code blocks show files to the letter, and the check of blocks notices when one does not.

mod common;

use std::fs;
use std::path::Path;

use async_lessons::figure::listing::block;
use async_lessons_site::blocks::check;
use common::{build, here, project, write};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use scraper::{Html, Selector};
use timeline::html::visible;

/// A text full of what mdBook, its preprocessors, Markdown or HTML give a meaning.
const TEXT: &str = "# Title\n## Another\n\n  # a hidden line\n\n\n```\n~~~\n{{#include x.rs}} {{#title x}} {{#each}} \\{{#x}}\n\
    **cmdrun error**: <!-- cmdrun ls --> </code></pre> &lt; \"&amp;\" 'x' <b>\n\t\n    indented\n\u{1b}[31mred\u{1b}[0m \0 \u{7} é ␛\n\n";

#[test]
fn blocks_reach_the_page_to_the_letter() {
    let folder = tempfile::tempdir().expect("a folder for the book");
    let classes = ["language-rs language-rust", "language-python", "language-text"];
    let figures: String = classes
        .iter()
        .map(|class| format!("<figure>\n{}</figure>\n\n", block(class, TEXT)))
        .collect();
    write(folder.path(), "book/SUMMARY.md", "- [One](one.md)\n");
    write(folder.path(), "book/one.md", &format!("# One\n\n{figures}After.\n"));
    let text = fs::read_to_string(here().join("book.toml")).expect("this project has it");
    // This book has no commands, styles and scripts, so the settings for them are left out.
    let (general, _) = text
        .split_once("[preprocessor.")
        .expect("book.toml names the preprocessor");
    let settings = format!("{general}[output.html.playground]\nrunnable = false\n");
    assert!(
        text.contains("[output.html.playground]\nrunnable = false\n"),
        "book.toml has the same setting"
    );
    let config: Config = settings.parse().expect("the settings are valid");
    let book = MDBook::load_with_config(folder.path(), config).expect("the book can be read");
    book.build().expect("the book can be built");
    let page = fs::read_to_string(folder.path().join("target/book/one.html")).expect("the page is there");
    let page = Html::parse_document(&page);
    let codes = Selector::parse("main figure pre > code").expect("a selector");
    let shown: Vec<String> = page.select(&codes).map(|code| code.text().collect()).collect();
    assert_eq!(shown, [visible(TEXT), visible(TEXT), visible(TEXT)]);
}

#[test]
fn a_block_that_differs_from_its_file_is_reported() {
    let project = project();
    let root = project.path();
    build(root);
    let pages = root.join("target/book");
    let page = pages.join("tasks/join.html");
    let good = fs::read_to_string(&page).expect("the page is there");
    let found = |pages: &Path| check(root, pages).expect("the pages can be read");
    assert_eq!(found(&pages), [""; 0]);
    for (from, to, expected) in [
        (
            "Duration::from_secs_f64",
            "Duration::from_secs",
            "tasks/join.html: join/three-fetches: the block of its program differs",
        ),
        (
            "B starts\n",
            "",
            "tasks/join.html: join/three-fetches: the block of its standard output differs",
        ),
        (
            "class=\"stdout\"",
            "class=\"stderr\"",
            "tasks/join.html: join/three-fetches: shows [\"program\", \"standard error\"], not",
        ),
        (
            "<figure class=\"example\"",
            "<figure class=\"picture\"",
            "tasks/join.html: shows no figure where its chapter asks for join/three-fetches",
        ),
        (
            "<code class=\"language-text hljs\">A",
            "<code class=\"language-text hljs\"><span class=\"boring\">A</span>",
            "tasks/join.html: a line of a block is hidden",
        ),
        (
            "</main>",
            "<pre>typed</pre></main>",
            "tasks/join.html: a block stands outside of the listings' figures: typed",
        ),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        fs::write(&page, bad).expect("the page can be written");
        let problems = found(&pages);
        assert!(
            problems.len() == 1 && problems[0].starts_with(expected),
            "{expected}: {problems:?}"
        );
    }
}
