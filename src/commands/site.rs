//! `serve` and `build`: another program does it, so that running lessons does not need mdBook.

use std::process::ExitCode;

use async_lessons::catalogue::Catalogue;
use async_lessons::run::{cargo, replace_by};

/// Builds the package `async-lessons-site` if need be, and hands over to it.
pub fn call(catalogue: &Catalogue, verb: &str, arguments: &[String]) -> ExitCode {
    let mut command = cargo(&catalogue.root);
    command
        .args(["run", "--locked", "--package", "async-lessons-site", "--", verb])
        .args(arguments);
    replace_by(&mut command).unwrap_or_else(|message| super::fail(&message))
}
