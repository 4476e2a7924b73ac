//! Checks of the appendices: each row of the translation links to a listing, and each term to a page that defines it.

use super::paths::slashed;
use crate::catalogue::Catalogue;
use crate::figure::listing::anchor;
use crate::problem::{Problem, Result, read};

/// How the pages begin that translate asyncio, relative to `book/`.
const TRANSLATION: &str = "appendix/asyncio";
/// The glossary, relative to `book/`.
const GLOSSARY: &str = "appendix/glossary.md";
/// Marks a row of the translation that no listing can show.
const NO_COUNTERPART: &str = "no counterpart";

pub(super) fn check(catalogue: &Catalogue) -> Vec<Problem> {
    let mut problems = Vec::new();
    for chapter in catalogue.chapters() {
        let path = slashed(&chapter.path);
        if path.starts_with(TRANSLATION)
            && let Ok(text) = page(catalogue, &path)
        {
            problems.extend(check_rows(catalogue, &path, &text));
        }
    }
    if let Ok(text) = page(catalogue, GLOSSARY) {
        problems.extend(check_terms(catalogue, &text));
    }
    problems
}

/// The text of a page. `path` is relative to `book/`.
fn page(catalogue: &Catalogue, path: &str) -> Result<String> {
    read(&catalogue.root, &format!("book/{path}"))
}

/// Each row of the translation must link to a listing, or say that there is no counterpart.
fn check_rows(catalogue: &Catalogue, path: &str, text: &str) -> Vec<Problem> {
    let anchors: Vec<String> = catalogue
        .listings()
        .map(|listing| format!("#{})", anchor(listing)))
        .collect();
    let mut problems = Vec::new();
    let mut previous = "";
    for (number, line) in (1..).zip(text.lines()) {
        let is_row =
            line.starts_with('|') && previous.starts_with('|') && !line.starts_with("|--") && !line.starts_with("|-");
        if is_row && !line.contains(NO_COUNTERPART) && !anchors.iter().any(|anchor| line.contains(anchor.as_str())) {
            problems.push(Problem {
                file: format!("book/{path}"),
                line: number,
                message: format!(
                    "this row links to no listing; link one, such as [`join/three-fetches`](../tasks/join.md#listing-join-three-fetches), or say \"{NO_COUNTERPART}\""
                ),
            });
        }
        previous = line;
    }
    problems
}

/// Each term of the glossary must link to a page that defines it in bold. A term is bold text at the start of a line.
fn check_terms(catalogue: &Catalogue, text: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let Some((term, rest)) = line.strip_prefix("**").and_then(|line| line.split_once("**")) else {
            continue;
        };
        let target = rest
            .split_once("](")
            .and_then(|(_, rest)| rest.split(['#', ')']).next());
        let message = match target {
            None => Some("expected a link to the page that defines it, found none; add one".to_owned()),
            Some(target) => {
                let chapter = page(catalogue, &format!("appendix/{target}"))
                    .unwrap_or_default()
                    .to_lowercase();
                // **detaches** defines `detach`.
                let is_defined = chapter.contains(&format!("**{}", term.to_lowercase()));
                (!is_defined).then(|| format!("{target} has no **{term}**; link the page that defines it in bold"))
            }
        };
        problems.extend(message.map(|message| Problem {
            file: format!("book/{GLOSSARY}"),
            line: number,
            message: format!("`{term}`: {message}"),
        }));
    }
    problems
}
