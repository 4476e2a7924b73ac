//! The files in `benches/results/`: what was measured for each question.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::Measurement;

/// What was measured for one question, in one run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// The question's short name: `mutex`.
    pub question: String,
    /// The question in words.
    pub asks: String,
    /// The day, as `2026-11-25`.
    pub date: String,
    /// The machine, in words.
    pub machine: String,
    /// How it was measured, in words.
    pub how: String,
    /// The version of each library that was measured, of the compiler and of Python, by name.
    pub versions: BTreeMap<String, String>,
    /// The measurements, in the order in which a page shows them. The first is the floor.
    #[serde(rename = "figures")]
    pub measurements: Vec<Measurement>,
}

/// Why a measurement cannot be quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultsError {
    /// The file of results that is missing, is broken or lacks the measurement, relative to the project's root.
    pub file: String,
    /// What is wrong, and how to repair it.
    pub message: String,
}

impl fmt::Display for ResultsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.file, self.message)
    }
}

impl std::error::Error for ResultsError {}

/// The questions of the project in `root`, sorted: each Rust file in `benches/questions` except the two that all questions share. There
/// are none if the folder cannot be read.
pub fn questions(root: &Path) -> Vec<String> {
    let files = fs::read_dir(root.join("benches/questions"))
        .into_iter()
        .flatten()
        .flatten();
    let mut questions: Vec<String> = files
        .filter_map(|file| file.file_name().to_str()?.strip_suffix(".rs").map(str::to_owned))
        // Names of hidden files begin with a dot: editors' files.
        .filter(|name| !name.starts_with('.') && !["main", "harness"].contains(&name.as_str()))
        .collect();
    questions.sort();
    questions
}

impl Results {
    /// Reads the results of a question from `benches/results/` in the project in `root`.
    ///
    /// # Errors
    /// The question has no results, or their file is broken.
    pub fn read(root: &Path, question: &str) -> Result<Self, ResultsError> {
        let file = format!("benches/results/{question}.json");
        let failed = |message: String| ResultsError {
            file: file.clone(),
            message,
        };
        let text = fs::read_to_string(root.join(&file)).map_err(|error| {
            failed(format!(
                "{error}; `cargo run bench {question}` measures it, and `benches/questions` holds all questions"
            ))
        })?;
        serde_json::from_str(&text)
            .map_err(|error| failed(format!("{error}; `cargo run bench {question}` measures it again")))
    }

    /// The measurement of an operation with a library.
    ///
    /// # Errors
    /// It was not measured; the message lists what was.
    pub fn measurement(&self, name: &str, by: &str) -> Result<&Measurement, ResultsError> {
        let mut all = self.measurements.iter();
        all.find(|one| one.name == name && one.by == by).ok_or_else(|| {
            let all = self.measurements.iter();
            let known: Vec<String> = all.map(|one| format!("{} {}", one.name, one.by)).collect();
            ResultsError {
                file: format!("benches/results/{}.json", self.question),
                message: format!("has no measurement `{name} {by}`; it has {}", known.join(", ")),
            }
        })
    }

    /// The measurement with which the others are compared; `None` if there are none.
    pub fn floor(&self) -> Option<&Measurement> {
        self.measurements.first()
    }
}
