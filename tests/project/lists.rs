//! `new` and `manifest`, which write the lists of listings: all that they write, or nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::common::{copied, copy, here};
use crate::lessons::{lessons_in, stderr};
use async_lessons::catalogue::Catalogue;
use async_lessons::checks::check;

/// The texts of all files of a project.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder)
        .expect("the folder is readable")
        .flatten()
        .map(|entry| entry.path());
    entries
        .flat_map(|path| match path.is_dir() {
            true => texts(&path),
            false => BTreeMap::from([(
                path.display().to_string(),
                fs::read_to_string(&path).unwrap_or_default(),
            )]),
        })
        .collect()
}

#[test]
fn a_new_chapter_stands_in_its_place_and_is_unfinished() {
    let project = copied(&[
        "Cargo.lock",
        "api",
        "benches/questions",
        "benches/results",
        "book",
        "book.toml",
        "listings",
        "parts",
        "rust-toolchain.toml",
    ]);
    let root = project.path();
    for path in ["tasks/poll", "kitchen/boil"] {
        let output = lessons_in(root, &["new", path]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    }
    let summary = fs::read_to_string(root.join("book/SUMMARY.md")).expect("the summary is there");
    for expected in [
        "(tasks/future.md)\n- [Poll](tasks/poll.md)\n",
        "(practice/costs.md)\n\n# Kitchen\n\n- [Boil](kitchen/boil.md)\n\n# Appendices\n",
    ] {
        assert!(summary.contains(expected), "{summary}");
    }
    let read = |file: &str| fs::read_to_string(root.join("parts").join(file)).expect("the file is there");
    assert!(read("Cargo.toml").contains("    { name = \"part-kitchen\", "));
    assert!(read("src/bin/part-kitchen.rs").contains("boil_first_steps \"boil/first-steps\" \".rs\""));
    // What it wrote for the contributor to replace is not accepted.
    let problems = check(root).expect("the project can be checked");
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let expected = ["book/kitchen/boil", "book/tasks/poll"].map(|page| {
        let empty = [7, 9, 11, 13]
            .map(|line| format!("{page}.md:{line}: this section is empty; write it, or remove its heading"));
        let question = format!("{page}.md:3: still the question that `cargo run new` wrote; write the chapter's own");
        [vec![question], empty.to_vec()].concat()
    });
    let listings = ["kitchen/boil", "tasks/poll"].map(|chapter| {
        format!(
            "listings/{chapter}/first-steps.rs: still the program that `cargo run new` wrote; write the chapter's own"
        )
    });
    assert_eq!(problems, [expected.concat(), listings.to_vec()].concat());
}

#[test]
fn what_cannot_be_a_chapter_is_refused_and_nothing_is_written() {
    let project = tempfile::tempdir().expect("a folder for the project");
    copy(&here("tests/whole"), project.path());
    let before = texts(project.path());
    for (path, complaint) in [
        ("kitchen/boil", "`boil` already names the chapter book/kitchen/boil.md"),
        ("garden/kitchen", "`kitchen` already names the part"),
        ("garden/garden", "would name a part and a chapter"),
        ("kitchen/list", "`list` already names what `cargo run list` does"),
        ("kitchen/all", "`all` already names what"),
        ("garden", "PART/CHAPTER"),
        ("a/b/c", "PART/CHAPTER"),
        ("Garden/Sow", "perhaps to `garden`"),
        ("kitchen/1abc", "perhaps to `abc`"),
        ("../x", "`..` is no name here"),
    ] {
        let output = lessons_in(project.path(), &["new", path]);
        assert_eq!(output.status.code(), Some(1), "{path}");
        assert!(stderr(&output).contains(complaint), "{path}: {}", stderr(&output));
    }
    // One of the files cannot be written, or has no list.
    for (file, complaint) in [
        ("listings/Cargo.toml", "expected a line `example = [`"),
        ("parts/Cargo.toml", "expected a line `bin = [`"),
    ] {
        let text = before
            .iter()
            .find(|(path, _)| path.ends_with(file))
            .expect("the file is there")
            .1;
        let broken = text
            .replace("example = [", "examples = [")
            .replace("bin = [", "bins = [");
        fs::write(project.path().join(file), broken).expect("a file can be written");
        let broken = texts(project.path());
        let output = lessons_in(project.path(), &["new", "garden/sow"]);
        assert!(stderr(&output).contains(complaint), "{}", stderr(&output));
        assert_eq!(texts(project.path()), broken, "{file}");
        fs::write(project.path().join(file), text).expect("a file can be written");
    }
    assert_eq!(texts(project.path()), before);
}

#[test]
fn windows_line_ends_are_read_and_kept() {
    let project = tempfile::tempdir().expect("a folder for the project");
    copy(&here("tests/whole"), project.path());
    let files = ["listings/Cargo.toml", "parts/Cargo.toml", "book/SUMMARY.md"].map(|file| project.path().join(file));
    for file in &files {
        let text = fs::read_to_string(file).expect("the file is there");
        fs::write(file, text.replace('\n', "\r\n")).expect("a file can be written");
    }
    let output = lessons_in(project.path(), &["new", "garden/sow"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for file in &files {
        let text = fs::read_to_string(file).expect("the file is there");
        let (all, windows) = (text.matches('\n').count(), text.matches("\r\n").count());
        assert!(text.contains("sow") || text.contains("part-garden"), "{text}");
        assert_eq!(all, windows, "{}", file.display());
    }
    let catalogue = Catalogue::load(project.path()).expect("the project is whole");
    assert!(catalogue.find("sow/first-steps").is_ok());
}

#[test]
fn a_file_that_cannot_be_a_listing_is_refused_and_nothing_is_written() {
    for (path, source, complaint) in [
        (
            "kitchen/boil/My Egg.rs",
            "fn main() {}",
            "boil/My Egg.rs: `My Egg` is no name here",
        ),
        (
            "kitchen/boil/odd.pnic.rs",
            "fn main() {}",
            "boil/odd.pnic.rs: not a listing; rename it",
        ),
        (
            "kitchen/1abc/egg.rs",
            "fn main() {}",
            "1abc/egg.rs: `1abc` is no name here",
        ),
        (
            "kitchen/grill/egg.rs",
            "fn main() {}",
            "grill/egg.rs: its chapter, book/kitchen/grill.md, is not in",
        ),
        ("kitchen/boil/empty.rs", "", "boil/empty.rs: has no `fn main`"),
        (
            "kitchen/boil/head.rs",
            "#![allow(unused)]\nfn main() {}",
            "boil/head.rs:1: a listing is a module",
        ),
        (
            "kitchen/boil/crate.rs",
            "fn main() {\n    crate::x();\n}",
            "boil/crate.rs:2: `crate::` does not refer",
        ),
        (
            "kitchen/boil/two.rs",
            "mod one;\nfn main() {}",
            "boil/two.rs:1: a listing is one file",
        ),
    ] {
        let project = tempfile::tempdir().expect("a folder for the project");
        copy(&here("tests/whole"), project.path());
        let file = project.path().join("listings").join(path);
        fs::create_dir_all(file.parent().expect("a file is in a folder")).expect("a folder can be created");
        fs::write(&file, source).expect("a file can be written");
        let before = texts(project.path());
        for command in [["manifest"].as_slice(), &["new", "garden/sow"]] {
            let output = lessons_in(project.path(), command);
            assert_eq!(output.status.code(), Some(1), "{path}");
            assert!(stderr(&output).contains(complaint), "{path}: {}", stderr(&output));
            assert_eq!(texts(project.path()), before, "{path}");
        }
        let problems = check(project.path()).expect("the project can be checked");
        assert!(
            problems.iter().any(|problem| problem.to_string().contains(complaint)),
            "{path}: {problems:?}"
        );
    }
}
