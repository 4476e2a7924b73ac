//! In a chapter, nothing is typed that a machine can produce, and everything that should be shown is.

use std::path::Path;

use super::{costs, slashed};
use crate::catalogue::chapter::{Directive, Misspelled, blocks, directives, line_at};
use crate::catalogue::{Catalogue, Chapter, Suffix};
use crate::figure::listing::{Half, View};
use crate::figure::{Request, parse};
use crate::problem::{Problem, Result, problem, read};
use crate::run::diagnose;
use crate::run::observe::accepted;

pub(super) fn check(catalogue: &Catalogue) -> Vec<Problem> {
    let mut problems = Vec::new();
    for chapter in catalogue.front.iter().chain(catalogue.chapters()) {
        let Ok(text) = read(&catalogue.root, &chapter.file()) else {
            continue; // `files` reports it.
        };
        problems.extend(source(catalogue, &chapter.path, &text));
        problems.extend(complete(catalogue, chapter, &text));
    }
    problems
}

/// What can be said of a chapter's text alone: what is typed in it, and its commands. `path` is the chapter's, below `book/`.
pub(super) fn source(catalogue: &Catalogue, path: &Path, text: &str) -> Vec<Problem> {
    let file = format!("book/{}", slashed(path));
    let mut problems = Vec::new();
    let mut report = |line: usize, problem: Problem| problems.push(problem.at(&file, line));
    let folder = slashed(&path.with_extension(""));
    let typed = format!(
        "typed code or output; move the program to listings/{folder}/NAME.rs and let `<!-- cmdrun lessons show CHAPTER/LISTING -->` \
         show it, or use `inline code`"
    );
    for line in blocks(text) {
        report(line, Problem::from(typed.as_str()));
    }
    for (offset, _) in text.match_indices("<pre") {
        report(line_at(text, offset), Problem::from(typed.as_str()));
    }
    for (offset, _) in text.match_indices("{{#") {
        let message = "nothing includes files; `<!-- cmdrun lessons show CHAPTER/LISTING -->` shows a listing";
        report(line_at(text, offset), Problem::from(message));
    }
    for (line, problem) in costs::typed(text) {
        report(line, problem);
    }
    for directive in directives(text) {
        match directive {
            Ok(directive) => {
                if let Err(problem) = known(catalogue, text, &directive) {
                    report(directive.line, problem);
                }
            }
            Err(Misspelled { line }) => report(
                line,
                Problem::from("no command: write `<!-- cmdrun lessons … -->` on one line, with single spaces"),
            ),
        }
    }
    problems
}

/// What a chapter asks for, in order; a command that cannot be read is left out.
pub fn requests(text: &str) -> Vec<Request> {
    let read = |directive: Directive| parse(&directive.words()?);
    directives(text)
        .into_iter()
        .flatten()
        .filter_map(|directive| read(directive).ok())
        .collect()
}

/// A command is one of those for chapters, and about something that exists.
fn known(catalogue: &Catalogue, text: &str, directive: &Directive) -> Result<()> {
    let request = parse(&directive.words()?)?;
    if let Some(name) = request.listing() {
        let listing = catalogue.listing(name)?;
        if listing.name() != name {
            return Err(problem!(
                "write `{listing}`, the listing's name in full, instead of `{name}`"
            ));
        }
    }
    match request {
        Request::Show { .. } if !directive.is_alone(text) => Err(Problem::from(
            "a figure stands on a line of its own, outside of lists and quotations, between empty lines",
        )),
        // To answer would be to run it.
        Request::Show { .. } => Ok(()),
        request => request.answer(catalogue).map(drop),
    }
}

/// What a chapter owes to its own listings.
fn complete(catalogue: &Catalogue, chapter: &Chapter, text: &str) -> Vec<Problem> {
    let requests = requests(text);
    let mut problems = Vec::new();
    for listing in &chapter.listings {
        let views: Vec<View> = requests.iter().filter_map(|request| request.shows(listing)).collect();
        if !Half::BOTH.iter().all(|half| views.iter().any(|view| view.has(*half))) {
            problems.push(Problem::in_file(
                chapter.file(),
                format!(
                    "{} is not shown; add `<!-- cmdrun lessons show {listing} -->`",
                    listing.file()
                ),
            ));
        }
        if listing.suffix == Suffix::Fail
            && let Some(code) = diagnose::code(&accepted(catalogue, listing).stderr)
            && !text.contains(code)
        {
            problems.push(Problem::in_file(
                chapter.file(),
                format!(
                    "{} fails with {code}, which the text does not name; name it, or correct the listing",
                    listing.file()
                ),
            ));
        }
    }
    problems
}
