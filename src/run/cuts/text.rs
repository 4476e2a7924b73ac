//! Cuts as text: a table for a terminal, and a snapshot that can be accepted.

use std::fmt::Write;

use super::{Cuts, Run};

/// What an accepted snapshot says: for each run, without a cut first, where the cut was and what was printed.
pub type Accepted = Vec<(String, String)>;

/// The heading of the run without a cut.
const WHOLE: &str = "not cut";
/// What begins a line of what was printed to standard output, and to standard error.
const PRINTED: &str = "  | ";
const ERRORS: &str = "  ! ";
/// What begins a remark on what was not cut.
const REST: &str = "- ";

/// A name that a file can have, of a lane's.
pub fn slug(lane: &str) -> String {
    let words = lane
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

impl Cuts {
    /// All that the cuts show, as text that can be accepted: a part for each run.
    pub fn snapshot(&self) -> String {
        let mut text = format!("cuts of {}\n", self.lane);
        text += &part(WHOLE, &[], &self.whole);
        for cut in &self.cuts {
            text += &part(&cut.at, &cut.held, &cut.run);
        }
        text.extend(self.not_cut().iter().map(|rest| format!("{REST}{rest}\n")));
        text
    }

    /// The same as a table, for a terminal.
    pub fn table(&self) -> String {
        let mut rows = vec![["cut at", "held", "printed", "ends"].map(str::to_owned)];
        rows.push(row(WHOLE, &[], &self.whole));
        rows.extend(self.cuts.iter().map(|cut| row(&cut.at, &cut.held, &cut.run)));
        let width = |column: usize| {
            let widest = |cells: &[[String; 4]]| {
                let lines = cells.iter().flat_map(|row| row[column].lines());
                lines.map(|line| line.chars().count()).max().unwrap_or(0)
            };
            // A column in which nothing stands but its name is not shown.
            match widest(&rows[1..]) {
                0 => 0,
                _ => widest(&rows),
            }
        };
        let widths = [width(0), width(1), width(2)];
        let mut text = String::new();
        for row in &rows {
            let height = row.iter().map(|cell| cell.lines().count()).max().unwrap_or(0);
            for line in 0..height {
                let cell = |column: usize| row[column].lines().nth(line).unwrap_or_default();
                let mut written = String::new();
                for (column, width) in widths.iter().enumerate() {
                    if *width > 0 {
                        let _ = write!(written, "{:<width$}   ", cell(column));
                    }
                }
                text += &format!("{}\n", format!("{written}{}", cell(3)).trim_end());
            }
            text.push('\n');
        }
        text.extend(self.not_cut().iter().map(|rest| format!("{rest}\n")));
        text.trim_end().to_owned()
    }

    /// Which awaits were not cut, in words.
    pub fn not_cut(&self) -> Vec<String> {
        let mut sentences = Vec::new();
        if self.cuts.is_empty() {
            sentences.push(format!("{} never waits: there is nothing to cut", self.lane));
        }
        if self.more > 0 {
            sentences.push(format!("{} waits more are not cut", self.more));
        }
        if !self.passed.is_empty() {
            sentences.push(format!(
                "not cut, since nothing had to be waited for: {}",
                self.passed.join(", ")
            ));
        }
        sentences
    }
}

fn part(at: &str, held: &[String], run: &Run) -> String {
    let mut text = format!("{at}\n");
    if !held.is_empty() {
        text += &format!("  holds: {}\n", held.join("; "));
    }
    for (mark, printed) in [(PRINTED, &run.printed), (ERRORS, &run.errors)] {
        text.extend(
            printed
                .lines()
                .map(|line| format!("{}\n", format!("{mark}{line}").trim_end())),
        );
    }
    text + &format!("  ends: {}\n", run.ended)
}

fn row(at: &str, held: &[String], run: &Run) -> [String; 4] {
    let printed = format!("{}{}", run.printed, run.errors);
    [at.to_owned(), held.join("\n"), printed, run.ended.clone()]
}

/// Reads a snapshot.
pub fn accepted(text: &str) -> Accepted {
    let mut runs: Accepted = Vec::new();
    for line in text.lines().skip(1) {
        match (line.strip_prefix(PRINTED.trim_end()), runs.last_mut()) {
            (Some(printed), Some((_, all))) => {
                all.push_str(printed.strip_prefix(' ').unwrap_or(printed));
                all.push('\n');
            }
            _ if line.starts_with(' ') || line.starts_with(REST) => {}
            _ => runs.push((line.to_owned(), String::new())),
        }
    }
    runs
}
