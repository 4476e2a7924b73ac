//! Runs the command `lessons`.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::common::{here, programs};
use async_lessons::catalogue::ROOT;
use async_lessons::run::PROGRAMS;

/// Runs `lessons` in this project.
pub fn lessons(arguments: &[&str]) -> Output {
    lessons_in(&here(""), arguments)
}

/// Runs `lessons` in another project.
pub fn lessons_in(root: &Path, arguments: &[&str]) -> Output {
    command(root, arguments).output().expect("lessons can be started")
}

/// Runs `lessons` in this project with this standard output.
pub fn lessons_into(stdout: Stdio, arguments: &[&str]) -> Output {
    let mut command = command(&here(""), arguments);
    command.stdout(stdout).stderr(Stdio::piped());
    let child = command.spawn().expect("lessons can be started");
    child.wait_with_output().expect("lessons ends")
}

fn command(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lessons"));
    command
        .args(arguments)
        .env(PROGRAMS, programs())
        .env(ROOT, root)
        .env_remove("CLICOLOR_FORCE");
    command
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
