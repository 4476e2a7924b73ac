//! What things cost is measured, and said with the figures of one machine: none is typed, none is left over from a question that is gone.

use std::collections::BTreeSet;

use async_lessons_figures::{Results, questions};

use super::paths::files_below;
use crate::catalogue::Catalogue;
use crate::problem::Problem;

/// Units in which nobody measures by hand.
const UNITS: [&str; 5] = ["ns", "µs", "us", "nanoseconds", "microseconds"];

/// The results in `benches/results/`: one for each question, readable, sound, from one machine.
pub(super) fn check(catalogue: &Catalogue) -> Vec<Problem> {
    let questions: BTreeSet<String> = questions(&catalogue.root).into_iter().collect();
    let results = files_below(catalogue, "benches/results").unwrap_or_default();
    let kept: BTreeSet<String> = results
        .iter()
        .filter_map(|file| file.strip_suffix(".json").map(str::to_owned))
        .collect();
    let mut problems = Vec::new();
    let mut add = |question: &str, message: String| {
        problems.push(Problem::in_file(format!("benches/results/{question}.json"), message));
    };
    for question in questions.difference(&kept) {
        add(
            question,
            format!("is missing; `cargo run bench {question}` measures it"),
        );
    }
    for question in kept.difference(&questions) {
        add(
            question,
            format!("benches/questions/{question}.rs is gone; remove the results, too"),
        );
    }
    let mut machine = None;
    for question in kept.intersection(&questions) {
        match Results::read(&catalogue.root, question) {
            Ok(results) => {
                if let Some(fault) = fault(&results) {
                    add(question, format!("{fault}; `cargo run bench {question}` makes it anew"));
                }
                let machine = machine.get_or_insert_with(|| results.machine.clone());
                if *machine != results.machine {
                    add(
                        question,
                        format!(
                            "is from {}, others from {machine}; `cargo run bench` measures all on one machine",
                            results.machine
                        ),
                    );
                }
            }
            Err(error) => add(question, error.message),
        }
    }
    problems
}

/// What no harness writes.
fn fault(results: &Results) -> Option<String> {
    if results.figures.is_empty() {
        return Some("has no figures".into());
    }
    let unsound = results.figures.iter().find(|figure| {
        let is_ordered = 0.0 <= figure.low && figure.low <= figure.median && figure.median <= figure.high;
        !is_ordered || figure.samples == 0 || figure.what.is_empty()
    })?;
    Some(format!(
        "the figure `{} {}` is no median between quartiles",
        unsound.name, unsound.by
    ))
}

/// Times so short that they can only have been measured, in a chapter's prose: line and message.
pub(super) fn typed(text: &str) -> Vec<(usize, Problem)> {
    let mut found = Vec::new();
    let mut is_code = false;
    for (index, line) in text.lines().enumerate() {
        is_code ^= line.starts_with("```");
        // A number, perhaps with a space behind it, and a unit that ends there.
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
        if !is_code && (words.windows(2).any(is_typed) || words.iter().any(is_joined)) {
            found.push((
                index + 1,
                Problem::from("typed what something costs; let `<!-- cmdrun lessons figure QUESTION/OPERATION -->` write it, from what `cargo run bench` measured"),
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
    fn typed_costs_are_seen_and_others_are_not() {
        let lines = |text: &str| typed(text).into_iter().map(|(line, _)| line).collect::<Vec<_>>();
        assert_eq!(lines("a\nIt takes 20 ns.\n"), [2]);
        assert_eq!(lines("It takes (1.5\u{a0}µs) today"), [1]);
        assert_eq!(lines("about 3us or so"), [1]);
        assert_eq!(lines("it takes <!-- cmdrun lessons figure a/b --> or 30 ns"), [1]);
        assert_eq!(
            lines("```rust\n// 20 ns\n```\n100 ms, 2 s, `1_000ns`, us, 5 users\n<!-- cmdrun lessons figure a/b --> ns"),
            [0_usize; 0]
        );
    }
}
