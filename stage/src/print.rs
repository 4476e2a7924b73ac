//! What the listings print.

use std::fmt::Arguments;

use crate::clock::{Clock, clock};
use crate::lane::running;
use crate::registry;

/// Prints for the listing, and notes that it does at this line of its source.
pub fn print(line: u32, arguments: Arguments<'_>) {
    match clock() {
        Clock::Real => std::print!("{arguments}"),
        Clock::Virtual => note_and_print(line, arguments.to_string()),
    }
}

/// As [`print`](print()), with a line end.
pub fn print_line(line: u32, arguments: Arguments<'_>) {
    match clock() {
        Clock::Real => std::println!("{arguments}"),
        Clock::Virtual => note_and_print(line, format!("{arguments}\n")),
    }
}

/// Takes the text, not its arguments: formatting runs code of the listing, which must happen once.
fn note_and_print(line: u32, text: String) {
    std::print!("{text}");
    registry::printed(running(), line, text);
}
