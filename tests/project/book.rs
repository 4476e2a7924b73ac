//! Chapters, listings, table of contents and manifest agree; and the checks that say so find what is broken.
//!
//! Each folder in `tests/broken/` makes one fault. Its files are laid over `tests/whole/`, in which there is none; `added.md` goes
//! to the end of a chapter, and `removed.txt` lists files to leave out. The checks must report what `expected.txt` says, word for word.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{copy, here};
use async_lessons::checks::check;
use snapbox::{Assert, Data};

fn report(root: &Path) -> String {
    match check(root) {
        Ok(problems) => problems.into_iter().map(|problem| format!("{problem}\n")).collect(),
        Err(problem) => format!("{problem}\n"),
    }
}

#[test]
fn this_book_is_whole() {
    let report = report(&here(""));
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn the_whole_fixture_is_whole() {
    assert_eq!(report(&here("tests/whole")), "");
}

#[test]
fn every_fault_is_found() {
    let mut failures = Vec::new();
    let mut folders: Vec<PathBuf> = fs::read_dir(here("tests/broken"))
        .expect("tests/broken is readable")
        .map(|entry| entry.expect("tests/broken is readable").path())
        .collect();
    folders.sort();
    assert!(folders.len() >= 20, "the fixtures are there");
    for broken in folders {
        let project = tempfile::tempdir().expect("a folder for the project");
        copy(&here("tests/whole"), project.path());
        copy(&broken, project.path());
        let expected = broken.join("expected.txt");
        let chapter = project.path().join("book/kitchen/boil.md");
        let added = fs::read_to_string(broken.join("added.md")).unwrap_or_default();
        let text = fs::read_to_string(&chapter).expect("the whole fixture has the chapter") + &added;
        fs::write(&chapter, text).expect("a file can be written");
        for gone in fs::read_to_string(broken.join("removed.txt"))
            .unwrap_or_default()
            .lines()
        {
            fs::remove_file(project.path().join(gone)).expect("the whole fixture has the file");
        }
        let found = report(project.path());
        assert!(!found.is_empty(), "{}: nothing was found", broken.display());
        let name = broken.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let compared = Assert::new().action_env("SNAPSHOTS").try_eq(
            Some(&name),
            Data::text(found).raw(),
            Data::read_from(&expected, None).raw(),
        );
        if let Err(difference) = compared {
            failures.push(difference.to_string());
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}
