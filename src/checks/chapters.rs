//! Checks of chapters: they contain no typed code or output, their commands work, and they show all their listings.

use std::path::Path;

use super::costs;
use super::markup;
use super::paths::slashed;
use crate::catalogue::chapter::{Directive, Misspelled, blocks, directives, empty_sections, line_at};
use crate::catalogue::{Catalogue, Chapter, Suffix, scaffold};
use crate::figure::listing::{Half, View};
use crate::figure::{Request, parse, requests};
use crate::problem::{Problem, Result, problem, read};
use crate::run::diagnose;
use crate::run::output::snapshots;

pub(super) fn check(catalogue: &Catalogue) -> Vec<Problem> {
    let mut problems = Vec::new();
    for chapter in catalogue.front.iter().chain(catalogue.chapters()) {
        let Ok(text) = read(&catalogue.root, &chapter.file()) else {
            continue; // The check `files` reports it.
        };
        problems.extend(check_text(catalogue, &chapter.path, &text));
        problems.extend(check_listings(catalogue, chapter, &text));
    }
    problems
}

/// Checks a chapter's text for typed code, typed output and wrong commands. `path` is the chapter's, relative to `book/`.
pub(super) fn check_text(catalogue: &Catalogue, path: &Path, text: &str) -> Vec<Problem> {
    let file = format!("book/{}", slashed(path));
    let mut problems = Vec::new();
    let mut report = |line: usize, problem: Problem| problems.push(problem.at(&file, line));
    let folder = slashed(&path.with_extension(""));
    let typed = format!(
        "typed code or output; move the program to listings/{folder}/NAME.rs and show it with \
         `<!-- cmdrun lessons show CHAPTER/LISTING -->`, or use `inline code`"
    );
    for line in blocks(text) {
        report(line, Problem::from(typed.as_str()));
    }
    for (line, message) in markup::check(text) {
        report(line, Problem::from(message));
    }
    for (line, problem) in costs::typed(text) {
        report(line, problem);
    }
    if let Some(at) = text.find(scaffold::QUESTION) {
        let message = "still the question that `cargo run new` wrote; write the chapter's own";
        report(line_at(text, at), Problem::from(message));
    }
    for line in empty_sections(text) {
        report(
            line,
            Problem::from("this section is empty; write it, or remove its heading"),
        );
    }
    for directive in directives(text) {
        match directive {
            Ok(directive) => {
                if let Err(problem) = check_directive(catalogue, text, &directive) {
                    report(directive.line, problem);
                }
            }
            Err(Misspelled { line }) => report(
                line,
                Problem::from("misspelled command; write `<!-- cmdrun lessons … -->` on one line, with single spaces"),
            ),
        }
    }
    problems
}

/// A command must be one for chapters, and what it names must exist.
fn check_directive(catalogue: &Catalogue, text: &str, directive: &Directive) -> Result<()> {
    if directive.is_joined(text) {
        return Err(Problem::from(
            "mdbook-cmdrun would join this command with the comment that ends its line; end the line with something else",
        ));
    }
    let request = parse(&directive.words()?)?;
    if let Some(name) = request.listing() {
        let listing = catalogue.listing(name)?;
        if listing.name() != name {
            return Err(problem!(
                "expected the listing's full name, found `{name}`; write `{listing}`"
            ));
        }
    }
    match request {
        Request::Show { .. }
        | Request::Cuts { .. }
        | Request::Chart { .. }
        | Request::Figures { .. }
        | Request::Api { .. }
        | Request::Table { .. }
        | Request::Parts
        | Request::Legend { .. }
            if !directive.is_alone(text) =>
        {
            Err(Problem::from(
                "this command must be on its own line between empty lines, outside lists and quotations; move it there",
            ))
        }
        // An answer would need a run of the listing.
        Request::Show { .. } | Request::Legend { .. } => Ok(()),
        Request::Cuts { .. } => request.check_cuts(catalogue),
        request => request.answer(catalogue).map(drop),
    }
}

/// A chapter must show all its listings, and name the error codes of those that do not compile.
fn check_listings(catalogue: &Catalogue, chapter: &Chapter, text: &str) -> Vec<Problem> {
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
            && let Some(code) = diagnose::code(&snapshots(catalogue, listing).stderr)
            && !text.contains(code)
        {
            problems.push(Problem::in_file(
                chapter.file(),
                format!(
                    "{} fails with {code}, which the text does not mention; mention it, or correct the listing",
                    listing.file()
                ),
            ));
        }
    }
    problems
}
