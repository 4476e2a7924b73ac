//! `--cut` and `--orders`: runs a program once for each wait of a lane, or in many orders.

use std::process::ExitCode;

use super::report::{FAILED, fail, misuse, print_answer};
use crate::problem::Result;
use crate::run::cuts::{CutError, Cuts};
use crate::run::orders::{Group, in_words};
use crate::terminal;

/// The most orders that are run for one command.
pub const MOST_ORDERS: u64 = 100_000;

/// Prints what the cuts of a lane show. A name that is no lane's is wrong usage.
pub fn print_cuts(cuts: Result<Cuts, CutError>) -> ExitCode {
    match cuts {
        Ok(cuts) => print_answer(Ok(cuts.table())),
        Err(CutError::Name(text)) => misuse(&text),
        Err(CutError::Problem(problem)) => fail(&problem),
    }
}

/// Prints what orders have in common. Fails if they differ, unless that is what the program shows.
pub fn print_orders(name: &str, groups: Result<Vec<Group>>, may_differ: bool) -> ExitCode {
    match groups {
        Ok(groups) => match terminal::print(&in_words(name, &groups)) {
            Ok(()) if groups.len() > 1 && !may_differ => ExitCode::from(FAILED),
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => error.report(),
        },
        Err(problem) => fail(&problem),
    }
}
