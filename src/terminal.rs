//! Writes to standard output and standard error.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use timeline::html::visible;

/// Exit code: whoever read the output has stopped. Shells report the same of a program that SIGPIPE ended.
const NO_READER: u8 = 141;

/// Standard output cannot be written to.
#[derive(Debug)]
pub struct CannotPrint(pub io::Error);

impl std::fmt::Display for CannotPrint {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "cannot write to standard output: {}", self.0)
    }
}

impl std::error::Error for CannotPrint {}

impl CannotPrint {
    /// Reports the error, unless whoever read the output has stopped, as `head` does; returns the exit code.
    pub fn report(&self) -> ExitCode {
        if self.0.kind() == io::ErrorKind::BrokenPipe {
            return ExitCode::from(NO_READER);
        }
        print_error(self);
        ExitCode::FAILURE
    }
}

/// How many columns the terminal has; 80 if there is none.
pub fn columns() -> usize {
    terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0))
}

/// Prints a text to standard output, all of it, without its ANSI styles if the output is no terminal.
///
/// # Errors
/// Fails if the text cannot be written.
pub fn print(text: &str) -> Result<(), CannotPrint> {
    let mut output = anstream::stdout().lock();
    let written = output.write_all(text.as_bytes()).and_then(|()| output.flush());
    written.map_err(CannotPrint)
}

/// Prints a text to standard output, as [`print`] does; returns the exit code.
pub fn print_all(text: &str) -> ExitCode {
    match print(text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => error.report(),
    }
}

/// Prints a line to standard error, which may hold ANSI styles. Nobody can be told when that fails.
pub fn note(line: &dyn Display) {
    let _ = writeln!(anstream::stderr(), "{line}");
}

/// Prints an error to standard error. Its control characters, which names and outputs may hold, become pictures.
pub fn print_error(error: &dyn Display) {
    let style = anstyle::AnsiColor::Red.on_default().bold();
    note(&format_args!("{style}error:{style:#} {}", visible(&error.to_string())));
}

/// Prints what the parser of a command line answers instead of arguments: help, a version or an error; returns the exit code.
pub fn print_answer_of_parser(answer: &clap::Error) -> ExitCode {
    let text = answer.render().ansi().to_string();
    if answer.use_stderr() {
        note(&text.trim_end());
        return ExitCode::from(2);
    }
    print_all(&text)
}
