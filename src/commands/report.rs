//! Prints answers and errors, and turns them into exit codes.

use std::fmt::Display;
use std::process::ExitCode;

use anstream::{eprintln, print};

use crate::problem::{Problem, Result};

/// Exit code: a listing or a check failed.
pub const FAILED: u8 = 1;
/// Exit code: wrong usage.
const MISUSED: u8 = 2;

/// Prints an answer, or the problem.
pub fn print_answer(answer: Result<String>) -> ExitCode {
    match answer {
        Ok(text) => {
            print!("{text}{}", if text.ends_with('\n') { "" } else { "\n" });
            ExitCode::SUCCESS
        }
        Err(problem) => fail(&problem),
    }
}

/// Prints a problem and returns the exit code for a failed listing or check.
pub fn fail(problem: &Problem) -> ExitCode {
    print_error(problem);
    ExitCode::from(FAILED)
}

/// Prints an error and returns the exit code for wrong usage.
pub fn misuse(error: &dyn Display) -> ExitCode {
    print_error(error);
    ExitCode::from(MISUSED)
}

/// Prints an error to standard error.
pub fn print_error(error: &dyn Display) {
    let style = anstyle::AnsiColor::Red.on_default().bold();
    eprintln!("{style}error:{style:#} {error}");
}
