//! Building the pages: a good book is built; a fault is reported with file and line, and the last pages stay.

mod common;

use std::fs;
use std::path::Path;

use async_lessons_site::built::files;
use async_lessons_site::finish::finish;
use common::{CHAPTER, build, fails, here, project, site, write};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;

fn page(root: &Path) -> String {
    fs::read_to_string(root.join("target/book/tasks/join.html")).unwrap_or_default()
}

#[test]
fn a_good_book_is_built() {
    let project = project();
    build(project.path());
    let page = page(project.path());
    for expected in [
        "B ends after 2.0s\ndata from A, data from B, data from C",
        "See line 6.",
        "async fn main()",
    ] {
        assert!(page.contains(expected), "{expected:?} in\n{page}");
    }
}

/// A file with a fault, and what the message must contain.
type Fault = (&'static str, String, &'static str);

fn faults() -> Vec<Fault> {
    let chapter = |from: &str, to: &str, expected| ("book/tasks/join.md", CHAPTER.replace(from, to), expected);
    let snapshot = "listings/tasks/join/three-fetches.stdout";
    vec![
        chapter(
            "show join/three-fetches",
            "show join/tree-fetches",
            "book/tasks/join.md:3: no part, chapter or listing is called `join/tree-fetches`",
        ),
        chapter(
            "lessons show",
            "ls",
            "book/tasks/join.md:3: `ls join/three-fetches` is not a command for chapters",
        ),
        chapter(
            "sleep(",
            "snore(",
            "book/tasks/join.md:5: listings/tasks/join/three-fetches.rs: no line contains `snore(`",
        ),
        (
            snapshot,
            "A starts\n".to_owned(),
            "book/tasks/join.md:3: listings/tasks/join/three-fetches.stdout: differs from what",
        ),
        (
            snapshot,
            "A starts\n".to_owned(),
            "SNAPSHOTS=overwrite cargo test join/three-fetches",
        ),
        (
            "book/SUMMARY.md",
            "# Summary\n\n# One task\n\n- [Waiting](tasks/wait.md)\n".to_owned(),
            "tasks/wait.md",
        ),
    ]
}

#[test]
fn a_fault_is_reported_and_the_last_pages_stay() {
    let project = project();
    let root = project.path();
    build(root);
    let good = page(root);
    for (file, text, expected) in faults() {
        let before = fs::read_to_string(root.join(file)).expect("the file is there");
        write(root, file, &text);
        let message = fails(site(root).arg("build"));
        assert!(message.contains(expected), "{expected:?} in\n{message}");
        assert_eq!(page(root), good, "{expected}");
        write(root, file, &before);
    }
}

#[test]
fn plain_mdbook_builds_the_same_pages_before_they_are_finished() {
    build(&here());

    // What `mdbook build` does: it reads book.toml and starts the preprocessor named there.
    let folder = tempfile::tempdir().expect("a folder for the pages");
    let mut config = Config::from_disk(here().join("book.toml")).expect("book.toml can be read");
    config.build.build_dir = folder.path().to_owned();
    let book = MDBook::load_with_config(here(), config.clone()).expect("the book can be read");
    book.build().expect("the book can be built");
    finish(&here(), folder.path(), &config).expect("the pages can be finished");

    let ours = here().join("target/book");
    let paths = files(&ours).expect("the folder is readable");
    assert_eq!(paths, files(folder.path()).expect("the folder is readable"));
    for path in paths {
        let read = |folder: &Path| fs::read(folder.join(&path)).expect("the file is readable");
        assert!(read(&ours) == read(folder.path()), "{} differs", path.display());
    }
}
