//! The checks find every problem in broken books. `tests/listings.rs` runs them on this book.
//!
//! Each folder in `tests/broken/` makes one fault in a copy of `tests/whole/`, which has none. Its files overwrite those of the copy,
//! `added.md` is appended to a chapter, and `removed.txt` lists files to remove. The checks must report exactly `expected.txt`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{compare, copy, here};
use async_lessons::checks::check;

/// The problems that the checks report, a line each.
fn report(root: &Path) -> String {
    match check(root) {
        Ok(problems) => problems.into_iter().map(|problem| format!("{problem}\n")).collect(),
        Err(problem) => format!("{problem}\n"),
    }
}

#[test]
fn the_whole_fixture_has_no_problems() {
    assert_eq!(report(&here("tests/whole")), "");
}

#[test]
fn files_of_editors_are_no_chapters_or_listings() {
    let project = tempfile::tempdir().expect("a folder for the project");
    copy(&here("tests/whole"), project.path());
    for file in [
        "book/kitchen/boil.md",
        "listings/kitchen/boil/egg.rs",
        "parts/src/bin/part-kitchen.rs",
        "benches/questions/stove.rs",
        "benches/results/stove.json",
    ] {
        let (folder, name) = file.rsplit_once('/').expect("a file in a folder");
        for left in [".#*", ".*.swp", "*~", "#*#", "*.orig", ".lessons-x.rs"] {
            let left = project.path().join(folder).join(left.replace('*', name));
            fs::write(left, "unfinished").expect("a file can be written");
        }
    }
    // Vim creates this file to test whether a folder is writable.
    fs::write(project.path().join("book/kitchen/4913"), "").expect("a file can be written");
    // Emacs marks a file as open by a link that leads nowhere.
    #[cfg(unix)]
    std::os::unix::fs::symlink("me@here.4711", project.path().join("book/kitchen/.#fry.md"))
        .expect("a link can be made");
    assert_eq!(report(project.path()), "");
}

#[test]
fn every_fault_is_found() {
    let mut failures = Vec::new();
    let mut folders: Vec<PathBuf> = fs::read_dir(here("tests/broken"))
        .expect("tests/broken is readable")
        .map(|entry| entry.expect("tests/broken is readable").path())
        .collect();
    folders.sort();
    assert!(
        folders.len() >= 20,
        "expected at least 20 fixtures, found {}",
        folders.len()
    );
    for broken in folders {
        let project = tempfile::tempdir().expect("a folder for the project");
        copy(&here("tests/whole"), project.path());
        copy(&broken, project.path());
        let expected = broken.join("expected.txt");
        let chapter = project.path().join("book/kitchen/boil.md");
        let added = fs::read_to_string(broken.join("added.md")).unwrap_or_default();
        let text = fs::read_to_string(&chapter).expect("the whole fixture has the chapter") + &added;
        fs::write(&chapter, text).expect("a file can be written");
        for removed in fs::read_to_string(broken.join("removed.txt"))
            .unwrap_or_default()
            .lines()
        {
            fs::remove_file(project.path().join(removed)).expect("the whole fixture has the file");
        }
        let found = report(project.path());
        assert!(
            !found.is_empty(),
            "{}: expected a problem, found none",
            broken.display()
        );
        let name = broken.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Err(difference) = compare(&name, &found, &expected) {
            failures.push(difference.message().unwrap_or_default().to_owned());
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}
