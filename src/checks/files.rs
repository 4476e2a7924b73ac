//! Checks that every file in `book/` and `listings/` belongs there.

use std::collections::{BTreeMap, BTreeSet};

use super::paths::{files_below, slashed};
use crate::catalogue::{Catalogue, Chapter, Listing};
use crate::figure::all_requests;
use crate::problem::{Problem, Result};

/// Pages in `book/` that are no chapters: the table of contents, and the page for wrong addresses.
const UNLISTED: [&str; 2] = ["SUMMARY.md", "404.md"];

/// Files in `listings/` that belong to no listing.
pub(super) const PACKAGE_FILES: [&str; 3] = ["Cargo.toml", "forward.rs", "rustfmt.toml"];

pub(super) fn check(catalogue: &Catalogue) -> Result<Vec<Problem>> {
    let mut problems = check_book(catalogue)?;
    problems.extend(check_listings(catalogue)?);
    Ok(problems)
}

/// Pages and table of contents must agree, and no two parts or chapters may have the same name.
fn check_book(catalogue: &Catalogue) -> Result<Vec<Problem>> {
    let files: BTreeSet<String> = files_below(catalogue, "book")?.into_iter().collect();
    let listed: BTreeSet<String> = catalogue
        .front
        .iter()
        .chain(catalogue.chapters())
        .map(|chapter| slashed(&chapter.path))
        .collect();
    let mut problems = Vec::new();
    for file in files.iter().filter(|file| !UNLISTED.contains(&file.as_str())) {
        if !listed.contains(file) {
            let message = if file.ends_with(".md") {
                format!("not in the table of contents; add it to book/SUMMARY.md as `- [Title]({file})`")
            } else {
                "not a chapter; book/ holds only chapters: move this file, or delete it".to_owned()
            };
            problems.push(Problem::in_file(format!("book/{file}"), message));
        }
    }
    problems.extend(missing(catalogue));
    let mut names = BTreeMap::<&str, &str>::new();
    for part in &catalogue.parts {
        for (slug, what) in std::iter::once((part.slug.as_str(), "a part"))
            // No command names an appendix without listings.
            .chain(
                part.chapters
                    .iter()
                    .filter(|chapter| !part.is_appendix() || !chapter.listings.is_empty())
                    .map(|chapter| (chapter.slug.as_str(), "a chapter")),
            )
        {
            if let Some(other) = names.insert(slug, what) {
                problems.push(Problem::in_file(
                    "book/SUMMARY.md",
                    format!("`{slug}` names {what} and {other}, which commands cannot tell apart; rename one"),
                ));
            }
        }
    }
    Ok(problems)
}

/// The chapters in the table of contents that have no file.
pub fn missing(catalogue: &Catalogue) -> Vec<Problem> {
    let chapters = catalogue.front.iter().chain(catalogue.chapters());
    let missing = chapters.filter(|chapter| !catalogue.root.join(chapter.file()).is_file());
    let problem = |chapter: &Chapter| {
        let message = format!("{} does not exist; write it, or remove its line", chapter.file());
        Problem::from(message).at("book/SUMMARY.md", chapter.line)
    };
    missing.map(problem).collect()
}

/// Every file in `listings/` that is no source must belong to a listing.
fn check_listings(catalogue: &Catalogue) -> Result<Vec<Problem>> {
    let files = files_below(catalogue, "listings")?;
    let listings = files.iter().filter_map(|file| Listing::from_path(file));
    let stems: BTreeSet<String> = listings.map(|listing| format!("{}/{listing}", listing.part)).collect();
    let requests = all_requests(catalogue);
    let cuts: BTreeSet<String> = requests
        .iter()
        .filter_map(|request| request.accepted_cuts(catalogue))
        .collect();
    let mut problems = Vec::new();
    for other in files.iter().filter(|file| !file.ends_with(".rs")) {
        let stem = [".py", ".py.stdout", ".stdout", ".stderr"]
            .iter()
            .find_map(|extension| other.strip_suffix(extension));
        if let Some(stem) = other.strip_suffix(".py.stdout")
            && !files.contains(&format!("{stem}.py"))
        {
            problems.push(Problem::in_file(
                format!("listings/{other}"),
                "the twin of this output does not exist; restore the twin, or delete this file",
            ));
            continue;
        }
        if other.ends_with(".cuts") {
            // Only a figure of a chapter shows it.
            if !cuts.contains(other) {
                problems.push(Problem::in_file(
                    format!("listings/{other}"),
                    "no chapter shows these cuts with `lessons cuts`; show them, or delete this file",
                ));
            }
            continue;
        }
        let is_expected = PACKAGE_FILES.contains(&other.as_str()) || stem.is_some_and(|stem| stems.contains(stem));
        if !is_expected {
            problems.push(Problem::in_file(
                format!("listings/{other}"),
                "belongs to no listing; restore the listing of this name, or delete this file",
            ));
        }
    }
    Ok(problems)
}
