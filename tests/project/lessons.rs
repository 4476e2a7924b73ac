//! Runs the command `lessons`.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::common::{here, programs};
use async_lessons::catalogue::ROOT;
use async_lessons::run::PROGRAMS;

/// Runs `lessons` in this project.
pub fn lessons(arguments: &[&str]) -> Output {
    lessons_in(&here(""), arguments)
}

/// Runs `lessons` in another project.
pub fn lessons_in(root: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lessons"))
        .args(arguments)
        .env(PROGRAMS, programs())
        .env(ROOT, root)
        .env_remove("CLICOLOR_FORCE")
        .output()
        .expect("lessons can be started")
}

/// What a process printed to standard output.
pub fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n")
}

/// What a process printed to standard error.
pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).replace("\r\n", "\n")
}

/// A snapshot. `path` is relative to `listings/`.
pub fn snapshot(path: &str) -> String {
    fs::read_to_string(here("listings").join(path)).expect("the snapshot exists")
}
