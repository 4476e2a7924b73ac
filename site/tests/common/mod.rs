//! A small project of one chapter and one listing, to be built, served and broken.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use async_lessons::catalogue::ROOT;
use tempfile::TempDir;

/// The chapter's text, in order.
pub const CHAPTER: &str = "\
# Waiting for several things at once

<!-- cmdrun lessons show join/three-fetches -->

See <!-- cmdrun lessons line join/three-fetches \"sleep(\" -->.
";

/// The project's own folder.
pub fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("site/ lies in the project")
        .to_owned()
}

/// A project in a folder of its own.
pub fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the project");
    let write = |path: &str, text: &str| write(folder.path(), path, text);
    let read = |path: &str| fs::read_to_string(here().join(path)).expect("this project has the file");
    let book = read("book.toml");
    write("book.toml", &book);
    // Its settings name, in quotes, what it adds to the pages; mdBook finds the fonts by itself.
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

/// Writes a file of a project.
pub fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().expect("a file lies in a folder")).expect("a folder can be made");
    fs::write(file, text).expect("a file can be written");
}

/// The site's program, working on a project.
pub fn site(root: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_async-lessons-site"));
    command.env(ROOT, root);
    command
}

/// What a program said on standard error.
pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).replace("\r\n", "\n")
}
