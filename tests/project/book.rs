//! Chapters, listings, table of contents and manifest agree; and the checks that say so find what is broken.
//!
//! Each folder in `tests/broken/` holds a project with one fault. It is laid over `tests/whole/`, in which there is none, and the
//! checks must report what the folder's `expected.txt` says, word for word.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{copy, here};
use async_lessons::checks::check;
use snapbox::{Assert, Data};

fn report(root: &Path) -> String {
    match check(root) {
        Ok(problems) => problems.into_iter().map(|problem| format!("{problem}\n")).collect(),
        Err(message) => message.replace(&*root.to_string_lossy(), "").replace('\\', "/") + "\n",
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
        fs::remove_file(project.path().join("expected.txt")).ok();
        for gone in fs::read_to_string(broken.join("removed.txt"))
            .unwrap_or_default()
            .lines()
        {
            fs::remove_file(project.path().join(gone)).expect("the whole fixture has the file");
        }
        fs::remove_file(project.path().join("removed.txt")).ok();

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
