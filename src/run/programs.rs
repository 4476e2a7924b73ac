//! The programs that run listings on the stage. Cargo builds them and reports their paths.

use std::collections::{BTreeSet, HashMap};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use serde_json::Value;
use stage::{Clock, VIRTUAL};

use crate::catalogue::parts::program_name;
use crate::catalogue::{Catalogue, Listing, Suffix};
use crate::problem::{Problem, Result, problem};

/// The command that runs a listing on the stage.
///
/// # Errors
/// Fails if the program of the listing's part is not [built](build).
pub fn on_stage(listing: &Listing, clock: Clock) -> Result<Command> {
    let name = program_name(&listing.part);
    let program = built(&name).ok_or_else(|| problem!("cannot run {listing}: the program `{name}` is not built"))?;
    let mut command = Command::new(program);
    command.arg(listing.name());
    if clock == Clock::Virtual {
        command.arg(VIRTUAL);
    }
    Ok(command)
}

/// The environment variable that holds the paths of the built programs, separated as in `PATH`. Child processes read it instead of
/// running Cargo again.
pub const PROGRAMS: &str = "LESSONS_PROGRAMS";

/// The paths of the built programs by name: those that this process built, and those in [`PROGRAMS`].
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

/// The path of a built program, such as `part-tasks` or `lessons`.
pub fn built(name: &str) -> Option<PathBuf> {
    programs().get(name).cloned()
}

/// Whether the program that runs a listing was built after the listing was saved last. A listing without a program is current.
pub fn is_current(catalogue: &Catalogue, listing: &Listing) -> bool {
    let time = |file: PathBuf| fs::metadata(file).and_then(|about| about.modified()).ok();
    let saved = time(catalogue.listing_file(&listing.path()));
    built(&program_name(&listing.part)).is_none_or(|program| saved <= time(program))
}

/// The value of [`PROGRAMS`] for a child process.
///
/// # Errors
/// Fails if a path contains the separator of such lists.
pub fn handed_over() -> Result<OsString> {
    env::join_paths(programs().values()).map_err(|error| problem!("{PROGRAMS}: {error}"))
}

/// Builds the programs of these listings' parts, except those that are built already.
///
/// Cargo's messages go to standard error.
///
/// # Errors
/// Fails if Cargo cannot be started, or if a part does not compile.
pub fn build<'a>(catalogue: &Catalogue, listings: impl IntoIterator<Item = &'a Listing>) -> Result<()> {
    let missing = listings
        .into_iter()
        .filter(|listing| built(&program_name(&listing.part)).is_none());
    build_now(catalogue, missing)
}

/// Builds the programs of these listings' parts, even those that are built already: their sources may have changed.
///
/// # Errors
/// The same as for [`build`].
pub fn build_now<'a>(catalogue: &Catalogue, listings: impl IntoIterator<Item = &'a Listing>) -> Result<()> {
    let runnable = listings.into_iter().filter(|listing| listing.suffix != Suffix::Fail);
    let parts: BTreeSet<String> = runnable.map(|listing| program_name(&listing.part)).collect();
    if parts.is_empty() {
        return Ok(());
    }
    let mut command = cargo(&catalogue.root);
    // Without `--package`, Cargo selects the same features as `cargo build` and `cargo test`, and so reuses what they have built.
    // Never optimized: the stage reads debug information.
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
/// Cargo's messages go to standard error.
///
/// # Errors
/// The same as for [`build`].
pub fn build_all(root: &Path) -> Result<()> {
    let built = executables(cargo(root).args(["build", "--locked", "--bins"]))?;
    programs().extend(built);
    Ok(())
}

/// Runs a Cargo command that builds something, and returns what Cargo tells of it. What is for people goes to standard error.
///
/// # Errors
/// Fails if Cargo cannot be started, or if something does not compile.
pub fn artifacts(build: &mut Command) -> Result<Vec<Value>> {
    let output = build
        .arg("--message-format=json-render-diagnostics")
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| problem!("cannot start cargo: {error}"))?;
    if !output.status.success() {
        return Err(Problem::from(
            "cargo could not build what is needed; its messages above say why",
        ));
    }
    let messages = output.stdout.split(|byte| *byte == b'\n');
    Ok(messages.filter_map(|line| serde_json::from_slice(line).ok()).collect())
}

/// Runs a Cargo command that builds programs, and returns the programs' paths by name.
///
/// # Errors
/// The same as for [`artifacts`].
pub fn executables(build: &mut Command) -> Result<HashMap<String, PathBuf>> {
    Ok(artifacts(build)?
        .iter()
        .filter_map(|message| {
            let name = message["target"]["name"].as_str()?;
            Some((name.into(), message["executable"].as_str()?.into()))
        })
        .collect())
}

/// The arguments that select packages when examples are built. The default members are among them, so that Cargo selects the same
/// features of dependencies as for `cargo test`, and reuses what it has built.
pub const WITH_LISTINGS: [&str; 6] = [
    "--package",
    "async-lessons",
    "--package",
    "async-lessons-parts",
    "--package",
    "listings",
];

/// Settings of the profile `dev`, as in Cargo.toml, on which the stage depends: it reads debug information, also about inlined functions.
const PROFILE: [&str; 3] = [
    r#"profile.dev.debug="limited""#,
    r#"profile.dev.strip="none""#,
    "profile.dev.opt-level=0",
];

/// The Cargo that runs this program, or else the one on the path, with the project's root as its working directory.
///
/// A user's own configuration of Cargo may change the profile, but not the settings that the stage needs.
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command.args(PROFILE.iter().flat_map(|setting| ["--config", setting]));
    command
}
