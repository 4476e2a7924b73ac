//! What several tests share.
#![allow(dead_code, unused_macros, reason = "each test uses only some of it")]

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::OnceLock;
use std::time::Duration;

use async_lessons::catalogue::{Catalogue, Suffix};
use async_lessons::problem::{Problem, write};
use async_lessons::run::late::late;
use async_lessons::run::{self, Ending, Finished, capture};
use libtest_mimic::Failed;
use snapbox::{Assert, Data};
use stage::Program;
use tempfile::TempDir;

/// The path of a file or folder of this project.
pub fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Copies a folder's files, and overwrites files of the same names.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be created");
    for entry in fs::read_dir(from).expect("the folder is readable") {
        let entry = entry.expect("the folder is readable");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}

/// A temporary project with copies of these folders and files of this project.
pub fn copied(paths: &[&str]) -> TempDir {
    let project = tempfile::tempdir().expect("a folder for the project");
    for path in paths {
        let (from, to) = (here(path), project.path().join(path));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(from, to).expect("a file can be copied");
        }
    }
    project
}

/// Whether outputs that differ from their snapshots are accepted.
pub fn is_accepting() -> bool {
    env::var("SNAPSHOTS").as_deref() == Ok("overwrite")
}

/// Compares a text with a snapshot, literally, or accepts it if `SNAPSHOTS=overwrite` is set.
pub fn compare(name: &str, text: &str, snapshot: &Path) -> Result<(), Failed> {
    if is_accepting() {
        let accepted = fs::read_to_string(snapshot).unwrap_or_default().replace("\r\n", "\n");
        return match accepted == text {
            true => Ok(()),
            false => Ok(write(Path::new(""), &snapshot.to_string_lossy(), text)?),
        };
    }
    differ(name, text, snapshot)
}

/// Fails if a text differs from a snapshot, literally.
///
/// If a program on the real clock was late, its output should not be accepted: the error does not say how.
pub fn differ(name: &str, text: &str, snapshot: &Path) -> Result<(), Failed> {
    if !snapshot.exists() {
        let file = snapshot.strip_prefix(here("")).unwrap_or(snapshot).display();
        let message =
            format!("{file}: does not exist; `SNAPSHOTS=overwrite cargo test {name}` accepts what is printed:\n{text}");
        return Err(message.into());
    }
    if is_real(snapshot) {
        let accepted = fs::read_to_string(snapshot).unwrap_or_default().replace("\r\n", "\n");
        if let Some(problem) = late(&snapshot.display().to_string(), &accepted, text) {
            return Err(problem.into());
        }
    }
    // Without `raw`, snapbox would accept `[..]` in a snapshot as a wildcard.
    let (text, snapshot) = (Data::text(text).raw(), Data::read_from(snapshot, None).raw());
    // The variable makes snapbox say how to accept the text. If it is set, snapbox would do so itself.
    let assert = match is_accepting() {
        true => Assert::new(),
        false => Assert::new().action_env("SNAPSHOTS"),
    };
    Ok(assert.try_eq(Some(&name), text, snapshot)?)
}

/// Whether a snapshot is that of a listing on the real clock, or of its twin.
fn is_real(snapshot: &Path) -> bool {
    let name = snapshot.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.split('.').next().unwrap_or_default();
    snapshot
        .with_file_name(format!("{stem}{}", Suffix::Real.as_str()))
        .is_file()
}

/// What a result holds. A problem fails the test as it is told to people.
pub fn good<T>(result: Result<T, Problem>) -> T {
    result.unwrap_or_else(|problem| panic!("{problem}"))
}

/// Builds the programs of the parts. The value is that of [`run::PROGRAMS`] for child processes. Ends this process if they cannot be
/// built.
pub fn programs() -> &'static OsString {
    static PROGRAMS: OnceLock<OsString> = OnceLock::new();
    PROGRAMS.get_or_init(|| {
        let build = || {
            let catalogue = Catalogue::here()?;
            run::build(&catalogue, catalogue.listings())?;
            run::handed_over()
        };
        build().unwrap_or_else(|problem| {
            eprintln!("error: {problem}");
            std::process::exit(1)
        })
    })
}

/// How many programs the tests run in parallel. Most of them wait more than they work.
pub const AT_A_TIME: usize = 8;

/// Includes programs as modules, as `part!` does with listings, and lists them with their exit codes.
///
/// The first text is the path from this file's folder to theirs, the second one the end of the paths by which the stage recognizes
/// their lines.
macro_rules! programs {
    (#[$lints:meta] $folder:literal $path:literal $($name:ident: $code:expr;)*) => {
        $(#[$lints]
        mod $name {
            include!(concat!($folder, stringify!($name), ".rs"));

            pub(super) fn __run() -> ::std::process::ExitCode {
                ::stage::report(main)
            }
        })*

        const PROGRAMS: &[::stage::Program] = &[$(::stage::Program {
            name: stringify!($name),
            path: concat!($path, stringify!($name), ".rs"),
            source: include_str!(concat!($folder, stringify!($name), ".rs")),
            run: $name::__run,
        }),*];
        const EXIT_CODES: &[u8] = &[$($code),*];
    };
}

/// The environment variable that makes a test run one of its programs instead of its tests.
const RUN_PROGRAM: &str = "RUN_PROGRAM";

/// Fails if this test is optimized, as by `--release`. The stage could not name the lines and functions of its programs.
pub fn check_profile() -> Result<(), ExitCode> {
    if cfg!(debug_assertions) {
        return Ok(());
    }
    eprintln!("the stage reads debug information of programs that are not optimized; test it without `--release`");
    Err(ExitCode::FAILURE)
}

/// Runs the program that the arguments name, if [`program`] started this process.
pub fn run_program(programs: &[Program]) -> Option<ExitCode> {
    env::var_os(RUN_PROGRAM)?;
    Some(stage::main(programs))
}

/// Starts this test again to run one of its programs, with limits on time and output.
pub fn start_program(name: &str, arguments: &[&str], limit: Duration) -> Result<Finished, Failed> {
    Ok(capture(&mut program(name, arguments)?, limit)?)
}

/// The command that starts this test again to run one of its programs.
pub fn program(name: &str, arguments: &[&str]) -> Result<Command, Failed> {
    let mut command = Command::new(env::current_exe()?);
    command.arg(name).args(arguments).env(RUN_PROGRAM, "1");
    Ok(command)
}

/// Fails if a program ended with another exit code.
pub fn check_exit_code(finished: &Finished, code: u8) -> Result<(), Failed> {
    if finished.ending == Ending::Exit(i32::from(code)) {
        return Ok(());
    }
    Err(format!(
        "expected exit code {code}, but it {}\n{}{}",
        finished.ending, finished.stdout, finished.stderr
    )
    .into())
}
