//! The programs of `tests/strangers/` on plain Tokio, plain `std` and the real clock. They must print there what
//! `tests/strangers.rs` expects on the stage.
//!
//! This test is also their program: it starts itself again for each of them.

#[macro_use]
mod common;

use std::process::ExitCode;
use std::time::Duration;

use libtest_mimic::{Arguments, Failed, Trial};

include!("strangers/list.rs");

fn main() -> ExitCode {
    if let Some(code) = common::run_program(PROGRAMS) {
        return code;
    }
    let trials = PROGRAMS
        .iter()
        .zip(EXIT_CODES)
        .map(|(program, code)| Trial::test(program.name, || test(program.name, *code)))
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn test(name: &str, code: u8) -> Result<(), Failed> {
    let finished = common::start_program(name, &[], Duration::from_secs(60))?;
    common::check_exit_code(&finished, code)?;
    let snapshot = common::here(&format!("tests/strangers/{name}.txt"));
    common::compare(name, &finished.stdout, &snapshot)
}
