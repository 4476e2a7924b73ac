//! `serve`, `build` and `bench` run other packages, so that running listings requires neither mdBook nor the benchmarks.

use std::env;
use std::ffi::OsStr;
use std::process::ExitCode;

use super::report::fail;
use crate::catalogue::Catalogue;
use crate::run::{cargo, replace_by};

/// Builds the package `async-lessons-site`, and replaces this process by its program, which has the same verbs and options.
pub fn site(catalogue: &Catalogue) -> ExitCode {
    run_package(catalogue, "async-lessons-site", env::args_os().skip(1))
}

/// Builds the package `async-lessons-benches`, and replaces this process by its program.
pub fn bench(catalogue: &Catalogue, arguments: &[String]) -> ExitCode {
    run_package(catalogue, "async-lessons-benches", arguments)
}

/// Runs a package's program with Cargo.
fn run_package(
    catalogue: &Catalogue,
    package: &str,
    arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
) -> ExitCode {
    let mut command = cargo(&catalogue.root);
    command
        .args(["run", "--locked", "--package", package, "--"])
        .args(arguments);
    replace_by(&mut command).unwrap_or_else(|problem| fail(&problem))
}
