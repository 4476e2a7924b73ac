//! Reports notes to `cargo run bench`.

use std::fs::OpenOptions;
use std::io::Write;

use async_lessons_measurements::Note;
use serde_json::json;

/// Appends the notes for a question, as a line of JSON, to the file that the environment variable `BENCH_NOTES` names. Does nothing if
/// there are no notes, or the variable is not set.
///
/// # Panics
/// The file cannot be written.
pub fn report(question: &str, asks: &str, notes: &[Note]) {
    if let Some(file) = std::env::var_os("BENCH_NOTES").filter(|_| !notes.is_empty()) {
        let line = json!({ "question": question, "asks": asks, "notes": notes });
        let file = OpenOptions::new().create(true).append(true).open(file);
        let written = file.and_then(|mut file| writeln!(file, "{line}"));
        written.expect("BENCH_NOTES names a file that can be written");
    }
}
