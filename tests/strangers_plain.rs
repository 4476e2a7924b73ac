//! The programs of `tests/strangers/` on plain Tokio, plain `std` and the real clock: what they print there is what
//! `tests/strangers.rs` expects of the stage.
//!
//! This test is their program as well: it starts itself again for each of them.

use std::env;
use std::process::{Command, ExitCode};
use std::time::Duration;

use async_lessons::run::{Ending, capture};
use libtest_mimic::{Arguments, Failed, Trial};
use snapbox::{Assert, Data};

/// Puts each program into a module of its own, as `tests/strangers.rs` does.
macro_rules! strangers {
    ($($name:ident: $code:expr;)*) => {
        // What a stranger writes need not please the lints.
        $(#[allow(warnings, clippy::all)]
        mod $name {
            // The path is taken from where the list stands.
            include!(concat!(stringify!($name), ".rs"));

            pub(super) fn __run() -> ::std::process::ExitCode {
                ::stage::report(main)
            }
        })*

        const PROGRAMS: &[(&str, fn() -> ExitCode, u8)] = &[$((stringify!($name), $name::__run, $code)),*];
    };
}

include!("strangers/list.rs");

/// Names the program that a new process is to run.
const STRANGER: &str = "STRANGER";

fn main() -> ExitCode {
    if let Some(wanted) = env::var_os(STRANGER) {
        let program = PROGRAMS.iter().find(|(name, ..)| wanted == *name);
        return program.map_or(ExitCode::from(2), |(_, run, _)| run());
    }
    let trials = PROGRAMS
        .iter()
        .map(|&(name, _, code)| Trial::test(name, move || test(name, code)))
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn test(name: &str, code: u8) -> Result<(), Failed> {
    let finished = capture(
        Command::new(env::current_exe()?).env(STRANGER, name),
        Duration::from_secs(60),
    )?;
    if finished.ending != Ending::Exit(i32::from(code)) {
        return Err(format!(
            "expected exit code {code}, but it {}\n{}",
            finished.ending, finished.stderr
        )
        .into());
    }
    let file = common::here(&format!("tests/strangers/{name}.txt"));
    Assert::new().action_env("SNAPSHOTS").try_eq(
        Some(&name),
        Data::text(finished.stdout).raw(),
        Data::read_from(&file, None).raw(),
    )?;
    Ok(())
}

mod common;
