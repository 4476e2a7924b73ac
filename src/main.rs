//! The command `lessons`, which `cargo run` starts in this project.

use std::process::ExitCode;

fn main() -> ExitCode {
    async_lessons::commands::main()
}
