//! `serve`, `build` and `bench` run other packages, so that running listings requires neither mdBook nor the benchmarks.

use std::process::ExitCode;

use super::report::fail;
use crate::catalogue::Catalogue;
use crate::run::{cargo, replace_by};

/// Builds the package `async-lessons-site`, and replaces this process by its program.
pub fn site(catalogue: &Catalogue, verb: &str, arguments: &[String]) -> ExitCode {
    run_package(catalogue, "async-lessons-site", &[verb], arguments)
}

/// Builds the package `async-lessons-benches`, and replaces this process by its program.
pub fn bench(catalogue: &Catalogue, arguments: &[String]) -> ExitCode {
    run_package(catalogue, "async-lessons-benches", &[], arguments)
}

/// Runs a package's program with Cargo.
fn run_package(catalogue: &Catalogue, package: &str, words: &[&str], arguments: &[String]) -> ExitCode {
    let mut command = cargo(&catalogue.root);
    command
        .args(["run", "--locked", "--package", package, "--"])
        .args(words)
        .args(arguments);
    replace_by(&mut command).unwrap_or_else(|problem| fail(&problem))
}
