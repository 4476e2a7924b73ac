//! Where the notes go.

use std::fs::OpenOptions;
use std::io::Write;

use async_lessons_measurements::Note;
use serde_json::json;

/// Adds what was measured to the file that the environment variable `BENCH_NOTES` names, a line for each question.
pub fn report(question: &str, asks: &str, notes: &[Note]) {
    if let Some(file) = std::env::var_os("BENCH_NOTES").filter(|_| !notes.is_empty()) {
        let line = json!({ "question": question, "asks": asks, "notes": notes });
        let file = OpenOptions::new().create(true).append(true).open(file);
        let written = file.and_then(|mut file| writeln!(file, "{line}"));
        written.expect("BENCH_NOTES names a file that can be written");
    }
}
