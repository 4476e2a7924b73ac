//! Prints answers and errors, and turns them into exit codes.

use std::fmt::Display;
use std::process::ExitCode;

use crate::problem::{Problem, Result};
use crate::terminal;

/// Exit code: a listing or a check failed.
pub const FAILED: u8 = 1;
/// Exit code: wrong usage.
const MISUSED: u8 = 2;

/// Prints an answer, or the problem.
pub fn print_answer(answer: Result<String>) -> ExitCode {
    match answer {
        Ok(text) => terminal::print_all(&format!("{}\n", text.trim_end_matches('\n'))),
        Err(problem) => fail(&problem),
    }
}

/// Prints a problem and returns the exit code for a failed listing or check.
pub fn fail(problem: &Problem) -> ExitCode {
    terminal::print_error(problem);
    ExitCode::from(FAILED)
}

/// Prints an error and returns the exit code for wrong usage.
pub fn misuse(error: &dyn Display) -> ExitCode {
    terminal::print_error(error);
    ExitCode::from(MISUSED)
}
