//! Every file below `book/` and `listings/` has its place.

use std::collections::{BTreeMap, BTreeSet};

use super::{files_below, slashed};
use crate::catalogue::{Catalogue, Listing};
use crate::problem::{Problem, Result};

/// The folder of the appendices.
const APPENDIX: &str = "appendix";

/// Files that belong to a folder as a whole.
const LISTINGS_OWN: [&str; 2] = ["Cargo.toml", "rustfmt.toml"];

pub(super) fn check(catalogue: &Catalogue) -> Result<Vec<Problem>> {
    let mut problems = chapters(catalogue)?;
    problems.extend(listings(catalogue)?);
    Ok(problems)
}

/// Every page is in the table of contents, and the other way round.
fn chapters(catalogue: &Catalogue) -> Result<Vec<Problem>> {
    let files: BTreeSet<String> = files_below(catalogue, "book")?.into_iter().collect();
    let listed: BTreeSet<String> = catalogue
        .front
        .iter()
        .chain(catalogue.chapters())
        .map(|chapter| slashed(&chapter.path))
        .collect();
    let mut problems = Vec::new();
    for file in files.iter().filter(|file| *file != "SUMMARY.md") {
        if !listed.contains(file) {
            let message = if file.ends_with(".md") {
                format!("no chapter of the book; add it to book/SUMMARY.md as `- [Title]({file})`")
            } else {
                "only chapters live in book/; move it, or delete it".to_owned()
            };
            problems.push(Problem::in_file(format!("book/{file}"), message));
        }
    }
    for missing in listed.difference(&files) {
        problems.push(Problem::in_file(
            "book/SUMMARY.md",
            format!("book/{missing} does not exist; write it, or take its line out"),
        ));
    }
    let mut names = BTreeMap::<&str, &str>::new();
    for part in &catalogue.parts {
        for (slug, what) in std::iter::once((part.slug.as_str(), "a part"))
            // Commands do not ask for an appendix without listings.
            .chain(
                part.chapters
                    .iter()
                    .filter(|chapter| part.slug != APPENDIX || !chapter.listings.is_empty())
                    .map(|chapter| (chapter.slug.as_str(), "a chapter")),
            )
        {
            if let Some(other) = names.insert(slug, what) {
                problems.push(Problem::in_file(
                    "book/SUMMARY.md",
                    format!("`{slug}` is {what} and {other}; commands could not tell them apart: rename one"),
                ));
            }
        }
    }
    Ok(problems)
}

/// Every file below `listings/` is a listing of some chapter, or stands beside one.
fn listings(catalogue: &Catalogue) -> Result<Vec<Problem>> {
    let files = files_below(catalogue, "listings")?;
    let (sources, others): (Vec<&String>, Vec<&String>) = files.iter().partition(|file| file.ends_with(".rs"));
    let mut problems = Vec::new();
    let mut stems = BTreeMap::<String, &str>::new();
    for source in sources {
        let problem = |message: String| Problem::in_file(format!("listings/{source}"), message);
        let Some(listing) = Listing::from_path(source) else {
            problems.push(problem(
                "no listing: those are PART/CHAPTER/NAME.rs, .real.rs, .panic.rs, .hang.rs or .fail.rs; rename it"
                    .into(),
            ));
            continue;
        };
        if !catalogue.parts.iter().any(|part| {
            part.slug == listing.part && part.chapters.iter().any(|chapter| chapter.slug == listing.chapter)
        }) {
            problems.push(problem(format!(
                "there is no chapter book/{}/{}.md in book/SUMMARY.md that could show it",
                listing.part, listing.chapter
            )));
        }
        if let Some(other) = stems.insert(format!("{}/{}", listing.part, listing.name()), source) {
            problems.push(problem(format!("listings/{other} has the same name; rename one")));
        }
    }
    for other in others {
        let stem = [".py", ".py.stdout", ".stdout", ".stderr"]
            .iter()
            .find_map(|extension| other.strip_suffix(extension));
        if let Some(stem) = other.strip_suffix(".py.stdout")
            && !files.contains(&format!("{stem}.py"))
        {
            problems.push(Problem::in_file(
                format!("listings/{other}"),
                "the output of a twin that is not there; delete it, or restore the twin",
            ));
            continue;
        }
        let is_expected = LISTINGS_OWN.contains(&other.as_str()) || stem.is_some_and(|stem| stems.contains_key(stem));
        if !is_expected {
            problems.push(Problem::in_file(
                format!("listings/{other}"),
                "belongs to no listing; delete it, or restore the listing of that name",
            ));
        }
    }
    Ok(problems)
}
