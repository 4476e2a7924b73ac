//! The programs that run listings on the stage: Cargo builds them, and says where they lie.

use std::collections::{BTreeSet, HashMap};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use serde_json::Value;
use stage::{Clock, VIRTUAL};

use crate::catalogue::parts::program;
use crate::catalogue::{Catalogue, Listing, Suffix};
use crate::problem::{Problem, Result, problem};

/// The command that runs a listing on the stage. Its part must be [built](build).
///
/// # Errors
/// Nobody has built the part's program.
pub fn on_stage(listing: &Listing, clock: Clock) -> Result<Command> {
    let program = built(&program(&listing.part)).ok_or_else(|| problem!("the program of {listing} was not built"))?;
    let mut command = Command::new(program);
    command.arg(listing.name());
    if clock == Clock::Virtual {
        command.arg(VIRTUAL);
    }
    Ok(command)
}

/// Hands the programs that were built to a child process in its environment, so that it need not ask Cargo: paths, as in `PATH`.
pub const PROGRAMS: &str = "LESSONS_PROGRAMS";

/// The programs that were built, by name: by this process, or by one that has started it.
fn programs() -> MutexGuard<'static, HashMap<String, PathBuf>> {
    static KNOWN: LazyLock<Mutex<HashMap<String, PathBuf>>> = LazyLock::new(|| {
        let paths = env::var_os(PROGRAMS).unwrap_or_default();
        let named = env::split_paths(&paths).filter_map(|path| {
            let name = path.file_stem()?.to_str()?.to_owned();
            Some((name, path))
        });
        Mutex::new(named.collect())
    });
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where a program lies that was built: `part-tasks`, or `lessons`.
pub fn built(name: &str) -> Option<PathBuf> {
    programs().get(name).cloned()
}

/// The value of [`PROGRAMS`] for a child process.
///
/// # Errors
/// A path cannot stand in such a list.
pub fn handed_over() -> Result<OsString> {
    env::join_paths(programs().values()).map_err(|error| problem!("{PROGRAMS}: {error}"))
}

/// Builds the programs of the parts that these listings belong to, as far as they are not known yet.
///
/// What Cargo says goes to standard error.
///
/// # Errors
/// Cargo cannot be started, or a part does not compile.
pub fn build<'a>(catalogue: &Catalogue, listings: impl IntoIterator<Item = &'a Listing>) -> Result<()> {
    let unknown = listings
        .into_iter()
        .filter(|listing| built(&program(&listing.part)).is_none());
    build_now(catalogue, unknown)
}

/// Builds the programs of the parts that these listings belong to, also those that are known: their sources may have changed.
///
/// # Errors
/// As [`build`].
pub fn build_now<'a>(catalogue: &Catalogue, listings: impl IntoIterator<Item = &'a Listing>) -> Result<()> {
    let runnable = listings.into_iter().filter(|listing| listing.suffix != Suffix::Fail);
    let parts: BTreeSet<String> = runnable.map(|listing| program(&listing.part)).collect();
    if parts.is_empty() {
        return Ok(());
    }
    let mut command = cargo(&catalogue.root);
    // No `--package`: with the default members' features Cargo builds nothing anew that `cargo build` or `cargo test` has built.
    // Always unoptimized: the stage reads debug information.
    command.args(["build", "--quiet"]);
    for part in parts {
        command.arg("--bin").arg(part);
    }
    let built = executables(&mut command)?;
    programs().extend(built);
    Ok(())
}

/// Builds the command `lessons` and the programs of all parts.
///
/// What Cargo says goes to standard error.
///
/// # Errors
/// As [`build`].
pub fn build_all(root: &Path) -> Result<()> {
    let built = executables(cargo(root).args(["build", "--locked", "--bins"]))?;
    programs().extend(built);
    Ok(())
}

/// Runs a command of Cargo that builds programs; their paths by name, as Cargo tells them.
///
/// What Cargo says goes to standard error.
///
/// # Errors
/// Cargo cannot be started, or something does not compile.
pub fn executables(build: &mut Command) -> Result<HashMap<String, PathBuf>> {
    let output = build
        .arg("--message-format=json-render-diagnostics")
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| problem!("cannot start cargo: {error}"))?;
    if !output.status.success() {
        return Err(Problem::from(
            "something does not compile; cargo's messages stand above",
        ));
    }
    let messages = output.stdout.split(|byte| *byte == b'\n');
    Ok(messages
        .filter_map(|line| serde_json::from_slice::<Value>(line).ok())
        .filter_map(|message| {
            let name = message["target"]["name"].as_str()?;
            Some((name.into(), message["executable"].as_str()?.into()))
        })
        .collect())
}

/// The packages to select where examples of the listings are built: with the default members among them, Cargo chooses the features of
/// their dependencies as it does for the tests, and builds none anew.
pub const WITH_LISTINGS: [&str; 6] = [
    "--package",
    "async-lessons",
    "--package",
    "async-lessons-parts",
    "--package",
    "listings",
];

/// Cargo, the one that runs this program where there is one, in the project's root.
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}
