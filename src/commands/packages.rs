//! `serve`, `build` and `bench`: other programs do it, so that running lessons needs neither mdBook nor what measures.

use std::process::ExitCode;

use crate::catalogue::Catalogue;
use crate::run::{cargo, replace_by};

/// Builds the package `async-lessons-site` if need be, and hands over to it.
pub fn site(catalogue: &Catalogue, verb: &str, arguments: &[String]) -> ExitCode {
    call(catalogue, "async-lessons-site", &[verb], arguments)
}

/// Builds the package `async-lessons-benches` if need be, and hands over to it.
pub fn bench(catalogue: &Catalogue, arguments: &[String]) -> ExitCode {
    call(catalogue, "async-lessons-benches", &[], arguments)
}

fn call(catalogue: &Catalogue, package: &str, words: &[&str], arguments: &[String]) -> ExitCode {
    let mut command = cargo(&catalogue.root);
    command
        .args(["run", "--locked", "--package", package, "--"])
        .args(words)
        .args(arguments);
    replace_by(&mut command).unwrap_or_else(|problem| super::fail(&problem))
}
