//! What listings print.

use std::fmt::Arguments;
use std::panic::Location;

use crate::backtrace::line_in_source;
use crate::current::running;
use crate::mode::{Clock, clock};
use crate::registry;
use crate::setup::setup;

/// Prints for the listing, and records the text and its line in the source.
#[track_caller]
pub fn print(line: u32, arguments: Arguments<'_>) {
    match clock() {
        Clock::Real => std::print!("{arguments}"),
        Clock::Virtual => record_and_print(counted(line, Location::caller()), arguments.to_string()),
    }
}

/// As [`print`](print()), with a line end.
#[track_caller]
pub fn print_line(line: u32, arguments: Arguments<'_>) {
    match clock() {
        Clock::Real => std::println!("{arguments}"),
        Clock::Virtual => record_and_print(counted(line, Location::caller()), format!("{arguments}\n")),
    }
}

/// The line of a macro, or its line as counted through the files of a program that was given a setup.
fn counted(line: u32, at: &'static Location<'static>) -> u32 {
    if setup().is_some() { line_in_source(at) } else { line }
}

/// Takes the text, not its arguments: formatting runs the listing's code, which must run once.
fn record_and_print(line: u32, text: String) {
    std::print!("{text}");
    registry::printed(running(), line, text);
    registry::check_limits();
}
