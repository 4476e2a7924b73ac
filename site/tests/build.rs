//! Building the pages: what is right is built, what is wrong is told with file and line, and nothing good is lost.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use async_lessons_site::finish::finish;
use common::{CHAPTER, here, project, site, stderr, write};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;

fn page(root: &Path) -> String {
    fs::read_to_string(root.join("target/book/tasks/join.html")).unwrap_or_default()
}

#[test]
fn a_good_book_is_built() {
    let project = project();
    let output = site(project.path())
        .arg("build")
        .output()
        .expect("the site's program can be started");
    assert!(output.status.success(), "{}", stderr(&output));
    let page = page(project.path());
    for expected in [
        "B ends after 2.0s\ndata from A, data from B, data from C",
        "See line 6.",
        "async fn main()",
    ] {
        assert!(page.contains(expected), "{expected:?} in\n{page}");
    }
}

#[test]
fn a_bad_book_is_told_and_the_pages_are_kept() {
    let project = project();
    let root = project.path();
    assert!(
        site(root)
            .arg("build")
            .status()
            .expect("the site's program can be started")
            .success()
    );
    let good = page(root);

    let chapter = |from: &str, to: &str| ("book/tasks/join.md", CHAPTER.replace(from, to));
    let faults = [
        // What to write where, what must be said of it.
        (
            chapter("show join/three-fetches", "show join/tree-fetches"),
            "book/tasks/join.md:3: no part, chapter or listing is called `join/tree-fetches`",
        ),
        (
            chapter("lessons show", "ls"),
            "book/tasks/join.md:3: `ls join/three-fetches` is not a command for chapters",
        ),
        (
            chapter("sleep(", "snore("),
            "book/tasks/join.md:5: listings/tasks/join/three-fetches.rs: no line contains `snore(`",
        ),
        (
            ("listings/tasks/join/three-fetches.stdout", "A starts\n".to_owned()),
            "book/tasks/join.md:3: listings/tasks/join/three-fetches.stdout: differs from what",
        ),
        (
            (
                "book/SUMMARY.md",
                "# Summary\n\n# One task\n\n- [Waiting](tasks/wait.md)\n".to_owned(),
            ),
            "tasks/wait.md",
        ),
    ];
    for ((file, text), expected) in faults {
        let before = fs::read_to_string(root.join(file)).expect("the file is there");
        write(root, file, &text);
        let output = site(root)
            .arg("build")
            .output()
            .expect("the site's program can be started");
        let message = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{expected}: {message}");
        assert!(message.contains(expected), "{expected:?} in\n{message}");
        assert_eq!(page(root), good, "{expected}: the pages are as they were");
        write(root, file, &before);
    }
    // What the failing command itself says is passed on.
    write(root, "listings/tasks/join/three-fetches.stdout", "A starts\n");
    let output = site(root)
        .arg("build")
        .output()
        .expect("the site's program can be started");
    assert!(
        stderr(&output).contains("SNAPSHOTS=overwrite cargo test join/three-fetches"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn plain_mdbook_makes_the_same_pages_but_for_the_finish() {
    let output = site(&here())
        .arg("build")
        .output()
        .expect("the site's program can be started");
    assert!(output.status.success(), "{}", stderr(&output));

    // What `mdbook build` does: it reads book.toml and starts the preprocessor that stands there.
    let folder = tempfile::tempdir().expect("a folder for the pages");
    let mut config = Config::from_disk(here().join("book.toml")).expect("book.toml can be read");
    config.build.build_dir = folder.path().to_owned();
    let book = MDBook::load_with_config(here(), config.clone()).expect("the book can be read");
    book.build().expect("the book can be built");
    finish(&here(), folder.path(), &config).expect("the pages can be finished");

    let (ours, plain) = (files(&here().join("target/book")), files(folder.path()));
    assert_eq!(ours.keys().collect::<Vec<_>>(), plain.keys().collect::<Vec<_>>());
    for (path, bytes) in &ours {
        assert!(plain.get(path) == Some(bytes), "{} differs", path.display());
    }
}

/// All files below a folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("the folder is readable") {
            let path = entry.expect("the folder is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(folder).expect("it lies below").to_owned();
                files.insert(below, fs::read(path).expect("the file is readable"));
            }
        }
    }
    files
}
