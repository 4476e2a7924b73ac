//! A small project of one chapter and one listing, and the program that works on it.
#![allow(dead_code, reason = "no test needs all of it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use async_lessons::catalogue::ROOT;
use tempfile::TempDir;

/// The chapter's text, without faults.
pub const CHAPTER: &str = "\
# Waiting for several things at once

<!-- cmdrun lessons show join/three-fetches -->

See <!-- cmdrun lessons line join/three-fetches \"sleep(\" -->.
";

/// The folder of this project.
pub fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("site/ is in the project")
        .to_owned()
}

/// Makes the small project in a temporary folder.
pub fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the project");
    let write = |path: &str, text: &str| write(folder.path(), path, text);
    let read = |path: &str| fs::read_to_string(here().join(path)).expect("this project has the file");
    let book = read("book.toml");
    // The pages that have moved are not in the small project.
    let (book, _) = book
        .split_once("[output.html.redirect]")
        .expect("some pages have moved");
    write("book.toml", book);
    // The settings name the styles and scripts in quotes. mdBook finds the fonts without a setting.
    let is_file = |text: &&str| text.ends_with(".css") || text.ends_with(".js");
    let named = book.split('"').filter(is_file);
    for file in named.chain(["theme/fonts/fonts.css"]) {
        write(file, &read(file));
    }
    for extension in ["rs", "stdout"] {
        let file = format!("listings/tasks/join/three-fetches.{extension}");
        write(&file, &read(&file));
    }
    write(
        "listings/Cargo.toml",
        "example = [\n    { name = \"join-three-fetches\", path = \"tasks/join/three-fetches.rs\" },\n]\n",
    );
    write(
        "book/SUMMARY.md",
        "# Summary\n\n# One task\n\n- [Waiting](tasks/join.md)\n",
    );
    write("book/tasks/join.md", CHAPTER);
    folder
}

/// Writes a file of a project, and makes its folder.
pub fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().expect("a file is in a folder")).expect("a folder can be made");
    fs::write(file, text).expect("a file can be written");
}

/// The site's program, to be run on a project.
pub fn site(root: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_async-lessons-site"));
    command.env(ROOT, root);
    command
}

/// What a program printed to standard error.
pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).replace("\r\n", "\n")
}

/// Runs a command.
pub fn run(command: &mut Command) -> Output {
    command.output().expect("the program can be started")
}

/// Runs a command that must succeed, and returns what it printed to standard output.
pub fn succeeds(command: &mut Command) -> String {
    let output = run(command);
    assert!(output.status.success(), "{command:?}: {}", stderr(&output));
    String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n")
}

/// Runs a command that must fail with exit code 1, and returns what it printed to standard error.
pub fn fails(command: &mut Command) -> String {
    let output = run(command);
    assert_eq!(output.status.code(), Some(1), "{command:?}: {}", stderr(&output));
    stderr(&output)
}

/// Builds the pages of a project, which must succeed.
pub fn build(root: &Path) {
    succeeds(site(root).arg("build"));
}
