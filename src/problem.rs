//! The library's error: what is wrong, where, and how to fix it.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use async_lessons_measurements::ResultsError;
use tempfile::NamedTempFile;

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
    let end = text
        .char_indices()
        .nth(CHARACTERS)
        .map_or(text.len(), |(at, _)| at)
        .min(lines);
    match text.len() - end {
        0 => text.to_owned(),
        rest => format!("{}\n… and {rest} bytes more\n", text[..end].trim_end()),
    }
}

/// Writes a file of the project in `root`, completely or not at all; creates its folder if necessary.
///
/// # Errors
/// Fails if the folder cannot be created or the file cannot be written.
pub fn write(root: &Path, file: &str, text: &str) -> Result<()> {
    write_all(root, &BTreeMap::from([(file.to_owned(), text.to_owned())]))
}

/// Writes files of the project in `root`, keyed by their paths, and creates their folders. Each file is written completely or not at
/// all, and none if one of them cannot be written. A file that has Windows' line ends keeps them.
///
/// # Errors
/// Fails if a folder cannot be created or a file cannot be written.
pub fn write_all(root: &Path, files: &BTreeMap<String, String>) -> Result<()> {
    let problem = |file: &str, error| Problem::in_file(file, format!("cannot be written: {error}"));
    let mut prepared = Vec::new();
    for (file, text) in files {
        prepared.push((
            file,
            prepare(&root.join(file), text).map_err(|error| problem(file, error))?,
        ));
    }
    for (file, (next, path)) in prepared {
        next.persist(path).map_err(|error| problem(file, error.error))?;
    }
    Ok(())
}

/// Writes the text into a new file beside `path`, which shall replace the old one. Returns it with the path of the file to replace:
/// where `path` is a link, it goes on leading to its file.
fn prepare(path: &Path, text: &str) -> io::Result<(NamedTempFile, PathBuf)> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut next = builder.prefix(".lessons-").tempfile_in(folder)?;
    let has_windows_ends = fs::read(&path).is_ok_and(|old| old.windows(2).any(|pair| pair == b"\r\n"));
    match has_windows_ends {
        true => next.write_all(text.replace('\n', "\r\n").as_bytes())?,
        false => next.write_all(text.as_bytes())?,
    }
    if let Ok(old) = fs::metadata(&path) {
        next.as_file().set_permissions(old.permissions())?;
    }
    Ok((next, path))
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

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_long_output_is_quoted_in_part() {
        assert_eq!(excerpt("one\ntwo\n"), "one\ntwo\n");
        let lines = "line\n".repeat(LINES + 2);
        assert_eq!(
            excerpt(&lines),
            format!("{}… and 10 bytes more\n", "line\n".repeat(LINES))
        );
        let wide = "é".repeat(CHARACTERS + 1);
        assert_eq!(
            excerpt(&wide),
            format!("{}\n… and 2 bytes more\n", "é".repeat(CHARACTERS))
        );
    }

    #[test]
    fn a_file_is_replaced_as_a_whole() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let (file, name) = (folder.path().join("new/eggs.txt"), "new/eggs.txt");
        assert_eq!(write(folder.path(), name, "old"), Ok(()));
        let mut reader = fs::File::open(&file).expect("the file is there");
        assert_eq!(write(folder.path(), name, "new"), Ok(()));
        let mut seen = String::new();
        reader.read_to_string(&mut seen).expect("the old file can be read");
        assert_eq!(seen, "old", "who reads the old file is not disturbed");
        assert_eq!(read(folder.path(), name).as_deref(), Ok("new"));
        let names = fs::read_dir(folder.path().join("new")).expect("the folder is there");
        assert_eq!(names.count(), 1, "nothing is left beside the file");
    }

    #[cfg(unix)]
    #[test]
    fn a_replaced_file_keeps_its_mode_and_links_to_it() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("eggs.txt");
        fs::write(&file, "old").expect("a file can be written");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("a mode can be set");
        symlink(&file, folder.path().join("link.txt")).expect("a link can be made");
        assert_eq!(write(folder.path(), "link.txt", "new"), Ok(()));
        assert_eq!(fs::read_to_string(&file).ok().as_deref(), Some("new"));
        let mode = fs::metadata(&file).expect("the file is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }
}
