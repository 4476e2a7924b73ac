//! In a chapter, nothing is typed that a machine can produce, and everything that should be shown is.

use std::fs;
use std::path::Path;

use super::{Problem, slashed};
use crate::catalogue::{Catalogue, Chapter, Kind, Listing};
use crate::chapter::{Block, Directive, Request, blocks, directives, include, line_at};
use crate::costs;
use crate::diagnose;
use crate::observe::accepted;
use crate::page;
use crate::tables;
use crate::twin;

pub(super) fn check(catalogue: &Catalogue) -> Result<Vec<Problem>, String> {
    let mut problems = Vec::new();
    for chapter in catalogue.front.iter().chain(catalogue.chapters()) {
        let file = catalogue.root.join("book").join(&chapter.path);
        let Ok(text) = fs::read_to_string(&file) else {
            continue; // `files` reports it.
        };
        problems.extend(source(catalogue, &chapter.path, &text));
        problems.extend(complete(catalogue, chapter, &text));
    }
    Ok(problems)
}

/// What can be said of a chapter's text alone: its blocks, its includes, its commands.
pub(super) fn source(catalogue: &Catalogue, path: &Path, text: &str) -> Vec<Problem> {
    let file = format!("book/{}", slashed(path));
    let problem = |line, message| Problem {
        file: file.clone(),
        line,
        message,
    };
    let mut problems = Vec::new();
    let blocks = blocks(text);
    for block in &blocks {
        if let Err(message) = block_is_listing(catalogue, path, block) {
            problems.push(problem(block.line, message));
        }
    }
    for (offset, _) in text.match_indices("{{#") {
        let line = line_at(text, offset);
        let is_block = blocks.iter().any(|block| (block.line..=block.line + 2).contains(&line));
        if !is_block {
            problems.push(problem(
                line,
                "an include stands in a code block of its own, or nowhere".into(),
            ));
        }
    }
    for (offset, _) in text.match_indices("<pre") {
        problems.push(problem(line_at(text, offset), typed("output", path)));
    }
    for (line, message) in super::costs::typed(text) {
        problems.push(problem(line, message));
    }
    for directive in directives(text) {
        if let Err(message) = directive_is_known(catalogue, &directive) {
            problems.push(problem(directive.line, message));
        }
    }
    problems
}

/// The files that a chapter's code blocks include, as it writes them, in order.
pub(super) fn shown(text: &str) -> Vec<String> {
    blocks(text)
        .iter()
        .filter_map(|block| include(&block.text))
        .map(|include| include.path)
        .collect()
}

/// A block is one include of a listing, whole or by an anchor that exists.
fn block_is_listing(catalogue: &Catalogue, path: &Path, block: &Block) -> Result<(), String> {
    let language = block.info.as_deref().unwrap_or_default();
    let Some(include) = include(&block.text) else {
        return Err(match language {
            language if language.starts_with("rust") => typed("Rust", path),
            language if language.starts_with("python") || language == "py" => typed("Python", path),
            _ => typed("output", path),
        });
    };
    let folder = catalogue.root.join("book").join(path);
    let target = folder.parent().unwrap_or(Path::new("")).join(&include.path);
    let listings = catalogue.root.join("listings");
    let is_inside = match (target.canonicalize(), listings.canonicalize()) {
        (Ok(target), Ok(listings)) => target.starts_with(listings),
        _ => {
            return Err(format!(
                "{} does not exist; write that listing, or correct the path",
                include.path
            ));
        }
    };
    let expected = match include.path.rsplit_once('.') {
        Some((_, "rs")) if is_inside => "rust",
        Some((_, "py")) if is_inside => "python",
        _ => {
            return Err(format!(
                "{} is no listing; only files below listings/ that end in .rs or .py can be included",
                include.path
            ));
        }
    };
    if language != expected {
        return Err(format!(
            "a block that shows {} begins with ```{expected}, not ```{language}",
            include.path
        ));
    }
    let source = fs::read_to_string(&target).map_err(|error| format!("{}: {error}", include.path))?;
    match &include.anchor {
        Some(anchor) => {
            let ends = [format!("ANCHOR: {anchor}"), format!("ANCHOR_END: {anchor}")];
            let is_there = ends
                .iter()
                .all(|end| source.lines().any(|line| line.trim().ends_with(end.as_str())));
            if !is_there {
                return Err(format!(
                    "{} has no lines `// {}` and `// {}`; add them, or correct the anchor (line numbers are not allowed: they drift)",
                    include.path, ends[0], ends[1]
                ));
            }
        }
        None if source.contains("ANCHOR") => {
            return Err(format!(
                "{} is shown whole, so that its ANCHOR comments would be seen; take them out",
                include.path
            ));
        }
        None => {}
    }
    Ok(())
}

fn typed(what: &str, path: &Path) -> String {
    let folder = slashed(&path.with_extension(""));
    match what {
        "Rust" | "Python" => {
            let extension = if what == "Rust" { "rs" } else { "py" };
            format!("typed {what}; move it to listings/{folder}/NAME.{extension} and include it")
        }
        _ => "typed output or command; let `<!-- cmdrun lessons output CHAPTER/LISTING -->` write it, or use `inline code`".into(),
    }
}

/// A command is one of `lessons`, about listings that exist.
fn directive_is_known(catalogue: &Catalogue, directive: &Directive) -> Result<(), String> {
    let listing = match directive.request()? {
        Request::Table { name } => return tables::table(catalogue, &name).map(drop),
        Request::Figure { figure } => return costs::figure(catalogue, &figure).map(drop),
        Request::Ratio { figure, of } => return costs::times(catalogue, &figure, &of).map(drop),
        Request::Figures { question } => return costs::table(catalogue, &question).map(drop),
        Request::Chart { question } => return costs::chart(catalogue, &question).map(drop),
        Request::Output { listing } | Request::Timeline { listing } | Request::Line { listing, .. } => listing,
    };
    let found = catalogue.listing(&listing).map_err(|nothing| nothing.to_string())?;
    if found.name() != listing {
        return Err(format!(
            "write `{}`, the listing's name in full, instead of `{listing}`",
            found.name()
        ));
    }
    if let Request::Line { text, .. } = directive.request()? {
        page::line(catalogue, found, &text)?;
    }
    Ok(())
}

/// What a chapter owes to its own listings.
fn complete(catalogue: &Catalogue, chapter: &Chapter, text: &str) -> Vec<Problem> {
    let file = format!("book/{}", slashed(&chapter.path));
    let shown = shown(text);
    let outputs: Vec<String> = directives(text)
        .iter()
        .filter_map(|directive| match directive.request() {
            Ok(Request::Output { listing }) => Some(listing),
            _ => None,
        })
        .collect();
    let mut problems = Vec::new();
    let mut owe = |listing: &Listing, what: String| {
        let message = format!("listings/{} {what}", listing.path());
        problems.push(Problem {
            file: file.clone(),
            line: 0,
            message,
        });
    };
    for listing in &chapter.listings {
        let name = listing.name();
        if !shown
            .iter()
            .any(|path| path.ends_with(&format!("listings/{}", listing.path())))
        {
            owe(
                listing,
                format!(
                    "is not shown; include it with {{{{#include ../../listings/{}}}}}",
                    listing.path()
                ),
            );
        }
        let place = shown
            .iter()
            .position(|path| path.ends_with(&format!("listings/{}", listing.path())));
        if let (Some(place), Some(_)) = (place, twin::file(catalogue, listing)) {
            let below = shown.get(place + 1);
            if !below.is_some_and(|path| path.ends_with(&format!("listings/{}", listing.twin()))) {
                let twin = listing.twin();
                owe(
                    listing,
                    format!(
                        "has a twin, which is not shown right below it; include it in a block of its own, ```python with {{{{#include ../../listings/{twin}}}}}"
                    ),
                );
            }
        }
        if !outputs.contains(&name) {
            owe(
                listing,
                format!("is shown without its output; add `<!-- cmdrun lessons output {name} -->` below it"),
            );
        }
        if listing.kind == Kind::Fail
            && let Some(code) = diagnose::code(&accepted(catalogue, listing).stderr)
            && !text.contains(code)
        {
            owe(
                listing,
                format!("fails with {code}, which the text does not name; say so, or correct the listing"),
            );
        }
    }
    problems
}
