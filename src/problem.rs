//! The library's error: what is wrong, where, and how to fix it.

use std::collections::BTreeMap;
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

/// Fails if there are problems, with all of them, a line each.
///
/// # Errors
/// The only problem, or one that lists them.
pub fn all(problems: &[Problem]) -> Result<()> {
    match problems {
        [] => Ok(()),
        [one] => Err(one.clone()),
        some => {
            let list: Vec<String> = some.iter().map(Problem::to_string).collect();
            Err(Problem::from(format!("{} problems\n{}", some.len(), list.join("\n"))))
        }
    }
}

/// Makes a [`Problem`] in no particular file from a format string and its arguments.
macro_rules! problem {
    ($($argument:tt)*) => {
        $crate::problem::Problem::from(format!($($argument)*))
    };
}
pub(crate) use problem;

/// The number of lines, and of characters, of an output that a message quotes.
const LINES: usize = 40;
const CHARACTERS: usize = 4000;

/// The beginning of a long text, with a line that says how much is missing.
pub fn excerpt(text: &str) -> String {
    let lines: usize = text.split_inclusive('\n').take(LINES).map(str::len).sum();
    let end = text.char_indices().nth(CHARACTERS).map_or(text.len(), |(at, _)| at).min(lines);
    match text.len() - end {
        0 => text.to_owned(),
        rest => format!("{}\n… and {rest} bytes more\n", text[..end].trim_end()),
    }
}

/// Writes files of the project in `root`, keyed by their paths, and creates their folders: all of them, or none if one cannot be
/// written. A file that has Windows' line ends keeps them.
///
/// # Errors
/// Fails if a folder cannot be created or a file cannot be written.
pub fn write_all(root: &Path, files: &BTreeMap<String, String>) -> Result<()> {
    // A failure leaves none of these beside the files.
    let next = |file: &str| root.join(format!("{file}.next"));
    let mut result = files.iter().try_for_each(|(file, text)| {
        let old = fs::read(root.join(file)).unwrap_or_default();
        let has_windows_ends = old.windows(2).any(|pair| pair == b"\r\n");
        let text = if has_windows_ends { text.replace('\n', "\r\n") } else { text.clone() };
        fs::create_dir_all(next(file).parent().unwrap_or(root))
            .and_then(|()| fs::write(next(file), text))
            .map_err(|error| Problem::in_file(file, format!("cannot be written, so nothing was: {error}")))
    });
    if result.is_ok() {
        result = files.keys().try_for_each(|file| {
            fs::rename(next(file), root.join(file))
                .map_err(|error| Problem::in_file(file, format!("cannot be written: {error}")))
        });
    }
    if result.is_err() {
        files.keys().for_each(|file| drop(fs::remove_file(next(file))));
    }
    result
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
