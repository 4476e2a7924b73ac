//! The command `lessons`: `cargo run` in this project.

mod commands;

use std::process::ExitCode;

fn main() -> ExitCode {
    commands::main()
}
