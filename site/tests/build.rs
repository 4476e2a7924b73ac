//! Building the pages: a good book is built; a fault is reported with file and line, and the last pages stay.

mod common;

use std::fs;
use std::path::Path;
use std::process::Child;
use std::thread;
use std::time::{Duration, SystemTime};

use async_lessons_site::built::files;
use async_lessons_site::finish::finish;
use common::{CHAPTER, build, fails, here, project, site, succeeds, write};
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
        "See <span class=\"line\"",
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
            "book/SUMMARY.md:5: book/tasks/wait.md does not exist",
        ),
        (
            "book/SUMMARY.md",
            "# Summary\n\n# One task\n\n- [Waiting](tasks/join.md)\n- Sleeping\n".to_owned(),
            "book/SUMMARY.md:6: ",
        ),
        chapter(
            "See ",
            "A Vec<String>, see ",
            "book/tasks/join.md:5: `<String>` is no HTML",
        ),
        chapter("See ", "# Again\n\nSee ", "book/tasks/join.md:5: a second title"),
        chapter(
            "See ",
            "A note[^1].\n\n[^1]: One.\n\n[^1]: Two.\n\nSee ",
            "mdBook warns",
        ),
        (
            "book.toml",
            fs::read_to_string(here().join("book.toml")).expect("this project has it") + "\n[output.markdown]\n",
            ": [output.markdown]: this book has one output",
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
        assert_eq!(message.matches(expected).count(), 1, "once: {message}");
        assert_eq!(page(root), good, "{expected}");
        write(root, file, &before);
    }
}

#[test]
fn plain_mdbook_builds_the_same_pages_before_they_are_finished() {
    // Not in the place of the pages that somebody has built.
    let ours = tempfile::tempdir().expect("a folder for the pages");
    succeeds(
        site(&here())
            .arg("build")
            .env("MDBOOK_BUILD__BUILD_DIR", ours.path().join("book")),
    );

    // What `mdbook build` does: it reads book.toml and starts the preprocessor named there.
    let folder = tempfile::tempdir().expect("a folder for the pages");
    let mut config = Config::from_disk(here().join("book.toml")).expect("book.toml can be read");
    config.build.build_dir = folder.path().to_owned();
    let book = MDBook::load_with_config(here(), config.clone()).expect("the book can be read");
    book.build().expect("the book can be built");
    finish(&here(), folder.path(), &config).expect("the pages can be finished");
    assert_same(&ours.path().join("book"), folder.path());
}

fn assert_same(one: &Path, other: &Path) {
    let paths = files(one).expect("the folder is readable");
    assert_eq!(paths, files(other).expect("the folder is readable"));
    for path in paths {
        let read = |folder: &Path| fs::read(folder.join(&path)).expect("the file is readable");
        assert!(read(one) == read(other), "{} differs", path.display());
    }
}

/// The names in `target/` of the folders in which pages are made.
fn scratch(root: &Path) -> Vec<String> {
    let names = fs::read_dir(root.join("target")).expect("the folder is readable");
    let names = names.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with("lessons-pages-")).collect()
}

#[test]
fn builds_beside_each_other_make_whole_books() {
    let project = project();
    let root = project.path();
    build(root);
    let good = tempfile::tempdir().expect("a folder for a copy");
    let kept = good.path().join("book");
    fs::rename(root.join("target/book"), &kept).expect("the pages can be moved");
    build(root);
    let start = || site(root).arg("build").spawn().expect("the program can be started");
    let mut builds: Vec<Child> = (0..4).map(|_| start()).collect();
    // While the builds end one after the other, there always is a whole book.
    while builds
        .iter_mut()
        .any(|build| build.try_wait().expect("a process").is_none())
    {
        let index = fs::read(root.join("target/book/index.html"));
        assert!(index.is_ok_and(|index| !index.is_empty()), "there is a first page");
    }
    for mut build in builds {
        assert!(build.wait().expect("a process").success());
    }
    assert_same(&root.join("target/book"), &kept);
    assert_eq!(scratch(root), [""; 0], "each build removes its own folder");
}

#[test]
fn a_killed_build_leaves_the_last_pages() {
    let project = project();
    let root = project.path();
    build(root);
    let good = page(root);
    write(root, "book/tasks/join.md", &CHAPTER.replace("See ", "Look at "));
    let mut killed = site(root).arg("build").spawn().expect("the program can be started");
    while scratch(root).is_empty() && killed.try_wait().expect("a process").is_none() {
        thread::sleep(Duration::from_millis(1));
    }
    killed.kill().expect("the process can be killed");
    killed.wait().expect("a process");
    assert_eq!(page(root), good);
    let left = scratch(root);
    assert_eq!(left.len(), 1, "the killed build leaves its folder");
    // The next build finds it old enough, and not locked.
    let long_ago = SystemTime::now() - Duration::from_secs(3600);
    let folder = fs::File::open(root.join("target").join(&left[0])).expect("the folder can be opened");
    folder.set_modified(long_ago).expect("its time can be set");
    build(root);
    assert!(page(root).contains("Look at <span class=\"line\""));
    assert_eq!(scratch(root), [""; 0]);
}

#[test]
fn a_folder_of_other_files_is_not_replaced() {
    let project = project();
    let root = project.path();
    let message = fails(site(root).arg("build").env("MDBOOK_BUILD__BUILD_DIR", "listings"));
    assert!(message.contains("holds other files than pages"), "{message}");
    assert!(root.join("listings/Cargo.toml").is_file());
}

#[test]
fn settings_of_the_environment_reach_every_part_of_a_page() {
    let project = project();
    let root = project.path();
    let variable = "MDBOOK_OUTPUT__HTML__GIT_REPOSITORY_URL";
    for address in ["https://one.example/book", "https://two.example/book"] {
        succeeds(site(root).arg("build").env(variable, address));
        let page = page(root);
        assert!(page.contains(&format!(
            "href=\"{address}/blob/main/listings/tasks/join/three-fetches.rs\""
        )));
        assert!(
            page.contains(&format!("<a href=\"{address}\" title=\"Git repository\"")),
            "{page}"
        );
    }
}

#[test]
fn chapters_are_found_as_mdbook_writes_them() {
    let project = project();
    let root = project.path();
    let summary = "# Summary\n\n# One task\n\n- [Wait `Vec<u8>` | all](./tasks/join.md)\n- [Two words](tasks/two%20words.md)\n\n\
        ---\n\n[The end](the%20end.md)\n";
    write(root, "book/SUMMARY.md", summary);
    write(
        root,
        "book/tasks/two words.md",
        "# Two words\n\nSee [the end](../the%20end.md#caf%C3%A9).\n",
    );
    write(
        root,
        "book/the end.md",
        "# The end\n\n## Café\n\n<!-- cmdrun lessons table listings -->\n",
    );
    // An editor's files are no pages, whatever they are.
    write(root, "book/tasks/join.md~", "# Half");
    #[cfg(unix)]
    std::os::unix::fs::symlink("nobody@nowhere", root.join("book/tasks/.#join.md")).expect("a link can be made");
    build(root);
    write(root, "site/published.txt", "");
    succeeds(site(root).arg("check"));
    let end = fs::read_to_string(root.join("target/book/the end.html")).expect("the page is there");
    assert!(end.contains("Wait Vec&lt;u8&gt; | all</a>"), "{end}");
    assert!(!root.join("target/book/tasks/join.md~").exists());
}
