//! What listings print.

use std::fmt::Arguments;

use crate::current::running;
use crate::mode::{Clock, clock};
use crate::registry;

/// Prints for the listing, and records the text and its line in the source.
pub fn print(line: u32, arguments: Arguments<'_>) {
    match clock() {
        Clock::Real => std::print!("{arguments}"),
        Clock::Virtual => record_and_print(line, arguments.to_string()),
    }
}

/// As [`print`](print()), with a line end.
pub fn print_line(line: u32, arguments: Arguments<'_>) {
    match clock() {
        Clock::Real => std::println!("{arguments}"),
        Clock::Virtual => record_and_print(line, format!("{arguments}\n")),
    }
}

/// Takes the text, not its arguments: formatting runs the listing's code, which must run once.
fn record_and_print(line: u32, text: String) {
    std::print!("{text}");
    registry::printed(running(), line, text);
    registry::check_limits();
}
