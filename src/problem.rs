//! The library's error: what is wrong, where, and how to fix it.

use std::fmt;
use std::fs;
use std::path::Path;

use async_lessons_measurements::ResultsError;

/// What is wrong, where, and how to fix it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file's path relative to the project's root, with `/` as separator; empty if the problem is in no file.
    pub file: String,
    /// The line, counted from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong, and what to do about it.
    pub message: String,
}

/// A result whose error is a [`Problem`].
pub type Result<T, E = Problem> = std::result::Result<T, E>;

impl Problem {
    /// A problem with a file as a whole.
    pub fn in_file(file: impl Into<String>, message: impl Into<String>) -> Problem {
        Problem {
            file: file.into(),
            line: 0,
            message: message.into(),
        }
    }

    /// Places the problem at a line of a file. If the problem names a file already, that place becomes part of the message.
    pub fn at(self, file: &str, line: usize) -> Problem {
        if self.file.is_empty() {
            return Problem {
                file: file.to_owned(),
                line,
                ..self
            };
        }
        let message = self.to_string();
        Problem {
            file: file.to_owned(),
            line,
            message,
        }
    }
}

impl From<String> for Problem {
    /// A problem in no particular file.
    fn from(message: String) -> Problem {
        Problem::in_file("", message)
    }
}

impl From<ResultsError> for Problem {
    fn from(error: ResultsError) -> Problem {
        Problem::in_file(error.file, error.message)
    }
}

impl From<&str> for Problem {
    fn from(message: &str) -> Problem {
        Problem::from(message.to_owned())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.file.as_str(), self.line) {
            ("", _) => formatter.write_str(&self.message),
            (file, 0) => write!(formatter, "{file}: {}", self.message),
            (file, line) => write!(formatter, "{file}:{line}: {}", self.message),
        }
    }
}

impl std::error::Error for Problem {}

/// Makes a [`Problem`] in no particular file from a format string and its arguments.
macro_rules! problem {
    ($($argument:tt)*) => {
        $crate::problem::Problem::from(format!($($argument)*))
    };
}
pub(crate) use problem;

/// Writes a file of the project in `root`; creates its folder if necessary.
///
/// # Errors
/// Fails if the folder cannot be created or the file cannot be written.
pub fn write(root: &Path, file: &str, text: &str) -> Result<()> {
    let path = root.join(file);
    let folder = path.parent().unwrap_or(root);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, text))
        .map_err(|error| Problem::in_file(file, format!("cannot be written: {error}")))
}

/// Reads a text file of the project in `root` and normalizes its line endings to `\n`.
///
/// # Errors
/// Fails if the file cannot be read or is not UTF-8.
pub fn read(root: &Path, file: &str) -> Result<String> {
    match fs::read_to_string(root.join(file)) {
        Ok(text) => Ok(text.replace("\r\n", "\n")),
        Err(error) => Err(Problem::in_file(file, format!("cannot be read: {error}"))),
    }
}
