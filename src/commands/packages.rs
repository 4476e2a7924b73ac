//! `serve`, `build` and `bench` run other packages, so that running listings requires neither mdBook nor the benchmarks.

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use async_lessons_measurements::Selection;

use super::report::fail;
use crate::catalogue::Catalogue;
use crate::run::{cargo, replace_by};

/// Builds the package `async-lessons-site`, and replaces this process by its program, which has the same verbs and options.
pub fn site(catalogue: &Catalogue) -> ExitCode {
    run_package(catalogue, "async-lessons-site", env::args_os().skip(1))
}

/// Builds the package `async-lessons-benches`, and replaces this process by its program. Measures all questions if none is selected.
pub fn bench(catalogue: &Catalogue, selection: &Selection) -> ExitCode {
    let all = selection.questions.is_empty() && !selection.all;
    let all = all.then(|| "--all".into());
    run_package(catalogue, "async-lessons-benches", env::args_os().skip(2).chain(all))
}

/// Runs a package's program with Cargo.
fn run_package(catalogue: &Catalogue, package: &str, arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let mut command = cargo(&catalogue.root);
    command
        .args(["run", "--locked", "--package", package, "--"])
        .args(arguments);
    replace_by(&mut command).unwrap_or_else(|problem| fail(&problem))
}
