//! What a program asks for that its run on the stage does not show.

use std::path::Path;

use super::Built;
use crate::problem::Problem;

/// Words of a source that ask for several workers.
const WORKERS: [&str; 3] = ["multi_thread", "worker_threads", "new_multi_thread"];

/// Words of a source, and what a run does not show of what they ask for.
const REMARKS: [(&[&str], &str); 2] = [
    (
        &WORKERS,
        "asks for several workers, and the run shown has one thread; `--real` runs the program with all of them",
    ),
    (
        &["SystemTime", "UNIX_EPOCH"],
        "reads the system's clock, which stays real while the other clocks jump; `std::time::Instant` does not",
    ),
];

/// One remark, at its first place in the program, for each thing that the run does not show as the program asks for it.
pub fn remarks(built: &Built) -> Vec<Problem> {
    let found = REMARKS.iter().filter_map(|(words, remark)| {
        built.sources.iter().find_map(|source| {
            let line = source.text.lines().position(|line| has_word(line, words))?;
            Some(Problem::from(*remark).at(&shown(&source.shown), line + 1))
        })
    });
    found.collect()
}

/// Whether a source asks for several workers. On the virtual clock it has one thread nevertheless.
pub fn asks_for_workers(source: &str) -> bool {
    source.lines().any(|line| has_word(line, &WORKERS))
}

/// Whether code in a line has one of these words. Comments are not code.
fn has_word(line: &str, words: &[&str]) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    code.split(|character: char| !character.is_alphanumeric() && character != '_')
        .any(|word| words.contains(&word))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
