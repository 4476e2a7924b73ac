//! What a program that is a crate of its own is told about its run. None of its functions is the stage's, so the stage asks the
//! environment, once: the program runs on the virtual clock and is recorded if [`SETUP`] names a file.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::{env, fs, process};

use serde::{Deserialize, Serialize};

/// The environment variable that names a file with [`Setup`], as JSON.
pub const SETUP: &str = "STAGE_SETUP";

/// How a program runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setup {
    /// The file into which its events are written.
    pub events: PathBuf,
    /// The files of the program. Events count their lines through, in this order.
    pub sources: Vec<Source>,
    /// Whether it calls `block_in_place`.
    pub blocks_in_place: bool,
    /// Where a lane is cancelled, as the text of a `cut::Cut`.
    pub cut: Option<String>,
    /// The seed of the order in which tasks are polled.
    pub seed: Option<u64>,
    /// How much of it is run, if it does not end.
    pub limits: Limits,
}

/// How much of a program is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// How many events may be recorded.
    pub events: u64,
    /// How many virtual seconds may pass.
    pub virtual_seconds: u64,
    /// How many real seconds may pass.
    pub real_seconds: u64,
}

/// A file of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name in reports.
    pub name: String,
    /// Its path as the compiler writes it into the program.
    pub file: String,
    /// Its path as debug information names it: the same, from the compiler's working directory.
    pub path: String,
    /// How many lines the files before it have.
    pub lines_before: u32,
}

static GIVEN: LazyLock<Option<Setup>> = LazyLock::new(|| {
    let file = env::var_os(SETUP)?;
    let given = fs::read(&file).and_then(|text| Ok(serde_json::from_slice(&text)?));
    Some(given.unwrap_or_else(|error| {
        eprintln!("error: {SETUP}: {}: cannot be read: {error}", file.to_string_lossy());
        process::exit(2)
    }))
});

/// The setup of this process; `None` for the programs of the parts.
pub(crate) fn setup() -> Option<&'static Setup> {
    GIVEN.as_ref()
}

impl Setup {
    /// How many lines come before those of this file; `None` if it is no file of the program.
    pub(crate) fn lines_before(&self, file: &str) -> Option<u32> {
        let source = self
            .sources
            .iter()
            .find(|source| source.file == file || source.path == file);
        source.map(|source| source.lines_before)
    }

    /// Where a counted line is: `line 7`, or `src/queue.rs:7` in a program of several files.
    pub fn place(&self, line: u32) -> String {
        let source = self.sources.iter().rfind(|source| source.lines_before < line);
        match source {
            Some(source) if self.sources.len() > 1 => format!("{}:{}", source.name, line - source.lines_before),
            _ => format!("line {line}"),
        }
    }
}
