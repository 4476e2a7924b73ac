//! What things cost is measured, all of it on one machine: no chapter types it, and no results outlive their question.

use std::collections::BTreeSet;

use async_lessons_measurements::{Results, over_budget, questions};

use super::paths::files_below;
use crate::catalogue::Catalogue;
use crate::problem::Problem;

/// Units of times that are too short to measure by hand.
const UNITS: [&str; 5] = ["ns", "µs", "us", "nanoseconds", "microseconds"];

/// Checks that `benches/results/` holds results for each question and no other, readable, sound, from one machine and
/// within its budgets.
pub(super) fn check(catalogue: &Catalogue) -> Vec<Problem> {
    let questions: BTreeSet<String> = questions(&catalogue.root).into_iter().collect();
    let results = files_below(catalogue, "benches/results").unwrap_or_default();
    let kept: BTreeSet<String> = results
        .iter()
        .filter_map(|file| file.strip_suffix(".json").map(str::to_owned))
        .collect();
    let missing = questions.difference(&kept).map(|question| {
        let message = format!("is missing; `cargo run bench {question}` measures it");
        in_results(question, message)
    });
    let left_over = kept.difference(&questions).map(|question| {
        let message = format!("benches/questions/{question}.rs is gone; remove the results, too");
        in_results(question, message)
    });
    let mut problems: Vec<Problem> = missing.chain(left_over).collect();
    let mut machine = None;
    for question in kept.intersection(&questions) {
        match Results::read(&catalogue.root, question) {
            Ok(results) => {
                problems.extend(fault(question, &results));
                problems.extend(over_budget(&results).map(|message| in_results(question, message)));
                let machine = machine.get_or_insert_with(|| results.machine.clone());
                if *machine != results.machine {
                    let message = format!(
                        "is from {}, others from {machine}; `cargo run bench` measures all on one machine",
                        results.machine
                    );
                    problems.push(in_results(question, message));
                }
            }
            Err(error) => problems.push(error.into()),
        }
    }
    problems
}

fn in_results(question: &str, message: String) -> Problem {
    Problem::in_file(format!("benches/results/{question}.json"), message)
}

/// What `cargo run bench` never writes.
fn fault(question: &str, results: &Results) -> Option<Problem> {
    let again = format!("`cargo run bench {question}` measures it again");
    if results.measurements.is_empty() {
        return Some(in_results(question, format!("has no measurements; {again}")));
    }
    let unsound = results.measurements.iter().find(|one| {
        let is_ordered = 0.0 <= one.low && one.low <= one.median && one.median <= one.high;
        !is_ordered || one.samples == 0 || one.what.is_empty()
    })?;
    let message = format!(
        "the measurement `{} {}` is no median between quartiles; {again}",
        unsound.name, unsound.by
    );
    Some(in_results(question, message))
}

/// The lines of a chapter, counted from 1, whose prose holds a time so short that it must have been measured.
pub(super) fn typed(text: &str) -> Vec<(usize, Problem)> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        // A number, with or without a space after it, and a whole unit.
        let prose = line.split("<!--").flat_map(|piece| piece.rsplit("-->").next());
        let words = prose.flat_map(|piece| {
            piece.split(|character: char| character.is_whitespace() || "()\u{a0}*,;:–".contains(character))
        });
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let is_typed = |pair: &[&str]| is_number(pair[0]) && UNITS.contains(&pair[1].trim_end_matches('.'));
        let is_joined = |word: &&str| {
            let word = word.trim_end_matches('.');
            UNITS.iter().any(|unit| word.strip_suffix(unit).is_some_and(is_number))
        };
        if words.windows(2).any(is_typed) || words.iter().any(is_joined) {
            found.push((
                index + 1,
                Problem::from("typed what something costs; write `<!-- cmdrun lessons figure QUESTION/OPERATION -->`, which quotes what `cargo run bench` measured"),
            ));
        }
    }
    found
}

fn is_number(word: &str) -> bool {
    word.starts_with(|character: char| character.is_ascii_digit())
        && word
            .chars()
            .all(|character| character.is_ascii_digit() || "._,".contains(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_costs_are_found_and_other_text_is_not() {
        let lines = |text: &str| typed(text).into_iter().map(|(line, _)| line).collect::<Vec<_>>();
        assert_eq!(lines("a\nIt takes 20 ns.\n"), [2]);
        assert_eq!(lines("It takes (1.5\u{a0}µs) today"), [1]);
        assert_eq!(lines("about 3us or so"), [1]);
        assert_eq!(lines("it takes <!-- cmdrun lessons figure a/b --> or 30 ns"), [1]);
        assert_eq!(
            lines("100 ms, 2 s, `1_000ns`, us, 5 users\n<!-- cmdrun lessons figure a/b --> ns"),
            [0_usize; 0]
        );
    }
}
