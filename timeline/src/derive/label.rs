//! Labels of lanes and resources, taken from the source.

use std::collections::HashMap;

use crate::text::{cut, one_line};
use crate::trace::LaneKind;

/// The longest label, in characters; a longer text is cut.
const LONGEST: usize = 28;

/// The label and the line of a lane that began at this line and column, both from 1. `text` is what the recorder has of its source.
pub fn of_lane(source: &str, kind: LaneKind, (line, column): (u32, u32), text: &str) -> (String, u32) {
    let of_call = |what: &str| of_call(source, line, column).unwrap_or_else(|| format!("{what} of line {line}"));
    match kind {
        LaneKind::Main => ("main".to_owned(), line),
        LaneKind::Task => (of_call("task"), line),
        LaneKind::Blocking => (of_call("closure"), line),
        LaneKind::Member if text.is_empty() => (of_call("member"), line),
        LaneKind::Member => (text.to_owned(), line),
        LaneKind::Branch => (of_text(text), line_of_branch(source, text, line)),
    }
}

/// Gives labels that occur more than once a number each.
pub fn number(labels: Vec<&mut String>) {
    let mut counts = HashMap::<String, usize>::new();
    for label in &labels {
        *counts.entry((*label).clone()).or_default() += 1;
    }
    let mut seen = HashMap::<String, usize>::new();
    for label in labels.into_iter().filter(|label| counts[*label] > 1) {
        let number = seen.entry(label.clone()).or_default();
        *number += 1;
        *label = format!("{label} #{number}");
    }
}

/// The name that a line binds: that of a `let` with one name, a `static`, a `const` or a field that is set. Lines count from 1.
pub fn of_binding(source: &str, line: u32) -> Option<String> {
    let text = source.lines().nth(line.checked_sub(1)? as usize)?.trim_start();
    let text = ["let mut ", "let ", "static ", "const "]
        .iter()
        .find_map(|keyword| text.strip_prefix(keyword))
        .unwrap_or(text);
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    let length = text.find(|character| !is_part(character)).unwrap_or(text.len());
    let (name, rest) = text.split_at(length);
    let rest = rest.trim_start();
    let is_bound = rest.starts_with('=') || (rest.starts_with(':') && !rest.starts_with("::"));
    (is_bound && name.starts_with(|character: char| !character.is_numeric())).then(|| name.to_owned())
}

/// The argument of the call at this line and column, both from 1: `fetch("A", 1.0)`. `None` if there is no call.
fn of_call(source: &str, line: u32, column: u32) -> Option<String> {
    let call = at_position(source, line, column)?;
    let argument = &call[call.find('(')?..];
    Some(of_text(&argument[1..closing(argument)?]))
}

/// The source from this line and column on.
fn at_position(source: &str, line: u32, column: u32) -> Option<&str> {
    let lines = source.split_inclusive('\n').take(line.checked_sub(1)? as usize);
    let rest = source.get(lines.map(str::len).sum::<usize>()..)?;
    let skipped = rest.chars().take(column.checked_sub(1)? as usize);
    rest.get(skipped.map(char::len_utf8).sum::<usize>()..)
}

/// Where the parenthesis closes with which a text begins, in bytes. Those in strings don't count.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut is_string = false;
    for (index, character) in text.char_indices() {
        match character {
            '"' => is_string = !is_string,
            _ if is_string => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 1 => return Some(index),
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// A text as a label: on one line, and not too long. Of an async block or a closure it says only that it is one.
fn of_text(text: &str) -> String {
    let line = one_line(text);
    let line = line.trim_end_matches(',').replace("( ", "(").replace(" )", ")");
    if line.starts_with("async move {") || line.starts_with("async {") {
        return "async block".to_owned();
    }
    if line.starts_with("|| {") || line.starts_with("move || {") {
        return "closure".to_owned();
    }
    cut(line, LONGEST)
}

/// The line where a branch stands: the first one, from its macro's line on, that holds the beginning of its text. White space doesn't
/// count.
fn line_of_branch(source: &str, text: &str, macro_line: u32) -> u32 {
    let squeeze = |text: &str| {
        text.chars()
            .filter(|character| !character.is_whitespace())
            .collect::<String>()
    };
    let key: String = squeeze(text).chars().take(24).collect();
    let lines = source.lines().skip(macro_line.saturating_sub(1) as usize).take(60);
    let offset = lines.map(squeeze).position(|line| line.contains(&key)).unwrap_or(0);
    macro_line + u32::try_from(offset).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_labelled_by_its_argument() {
        let source = "fn main() {\n    let a = tokio::spawn(fetch(\"A)\", 1.0));\n    set.spawn(async move {\n        x();\n    });\n}\n";
        assert_eq!(of_call(source, 2, 13).as_deref(), Some("fetch(\"A)\", 1.0)"));
        assert_eq!(of_call(source, 3, 9).as_deref(), Some("async block"));
        assert_eq!(of_call(source, 9, 1), None);
    }

    #[test]
    fn a_long_text_is_cut() {
        assert_eq!(
            of_text("download(\n    first,\n    second,\n)"),
            "download(first, second,)"
        );
        assert_eq!(of_text(&"x".repeat(40)).chars().count(), LONGEST);
    }

    #[test]
    fn a_resource_is_named_by_its_variable() {
        let source = "let stock = Arc::new(Mutex::new(3));\nstatic DOOR: Semaphore = Semaphore::const_new(1);\n    seats: Mutex::new(2),\nMutex::new(1)\nlet (a, b) = (Mutex::new(1), Mutex::new(2));\ntokio::sync::Mutex::new(1)";
        let name = |line| of_binding(source, line);
        assert_eq!(name(1).as_deref(), Some("stock"));
        assert_eq!(name(2).as_deref(), Some("DOOR"));
        assert_eq!(name(3).as_deref(), Some("seats"));
        for line in [0, 4, 5, 6, 7] {
            assert_eq!(name(line), None, "line {line}");
        }
    }

    #[test]
    fn a_branch_is_found_below_its_macro() {
        let source = "a\njoin!(\n    fetch(\"A\"),\n    fetch(\"B\"),\n);\n";
        assert_eq!(line_of_branch(source, "fetch(\"B\")", 2), 4);
        assert_eq!(line_of_branch(source, "gone()", 2), 2);
    }
}
