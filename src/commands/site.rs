//! `serve` and `build`: another program does it, so that running lessons does not need mdBook.

use std::process::ExitCode;

use async_lessons::catalogue::Catalogue;
use async_lessons::run::cargo;

/// Builds the package `async-lessons-site` if need be, and hands over to it.
pub fn call(catalogue: &Catalogue, verb: &str, arguments: &[String]) -> ExitCode {
    let mut command = cargo(&catalogue.root);
    command
        .args(["run", "--locked", "--package", "async-lessons-site", "--", verb])
        .args(arguments);
    // From here on Ctrl-C is for the other program: it ends, and this one with it.
    if let Err(error) = ctrlc::set_handler(|| ()) {
        return super::fail(&format!("cannot wait for Ctrl-C: {error}"));
    }
    match command.status() {
        Ok(status) => ExitCode::from(u8::try_from(status.code().unwrap_or(130)).unwrap_or(super::FAILED)),
        Err(error) => super::fail(&format!("cannot start cargo: {error}")),
    }
}
