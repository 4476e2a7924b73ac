//! The command `lessons`: `cargo run` in this project.

use std::process::ExitCode;

fn main() -> ExitCode {
    async_lessons::commands::main()
}
