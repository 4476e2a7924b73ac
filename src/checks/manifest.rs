//! `listings/Cargo.toml` names every listing, once, in the order in which the book shows them.

use std::collections::BTreeSet;

use super::{chapters, files_below};
use crate::catalogue::{Catalogue, Example, Listing, Manifest};
use crate::problem::{Problem, Result, read};

const REPAIR: &str = "`cargo run manifest` writes the list anew";

pub(super) fn check(catalogue: &Catalogue) -> Result<Vec<Problem>> {
    let manifest = Manifest::read(&catalogue.root)?;
    let expected: Vec<Example> = ordered(catalogue)?
        .into_iter()
        .flat_map(|(_, listings)| listings)
        .map(|listing| Example::of(&listing))
        .collect();
    let problem = |line, message| Problem {
        file: "listings/Cargo.toml".into(),
        line,
        message,
    };
    let mut problems = Vec::new();
    for example in &expected {
        if !manifest.examples.contains(example) {
            problems.push(problem(0, format!("missing: {}; {REPAIR}", example.line())));
        }
    }
    let mut seen = BTreeSet::new();
    for example in &manifest.examples {
        let line = manifest.line_of(&example.path);
        if !expected.contains(example) {
            problems.push(problem(
                line,
                format!("{} is no listing of the book; {REPAIR}", example.line()),
            ));
        } else if !seen.insert(&example.path) {
            problems.push(problem(line, format!("{} is named twice; {REPAIR}", example.path)));
        }
    }
    if problems.is_empty()
        && let Some((named, shown)) = manifest
            .examples
            .iter()
            .zip(&expected)
            .find(|(named, shown)| named != shown)
    {
        let line = manifest.line_of(&named.path);
        problems.push(problem(
            line,
            format!("{} stands where the book shows {}; {REPAIR}", named.path, shown.path),
        ));
    }
    Ok(problems)
}

/// The listings there are, by part's title, each chapter's in the order in which its page shows them; those that it does not
/// show come last.
///
/// # Errors
/// A file or folder cannot be read.
pub fn ordered(catalogue: &Catalogue) -> Result<Vec<(&str, Vec<Listing>)>> {
    let files: Vec<Listing> = files_below(catalogue, "listings")?
        .iter()
        .filter_map(|file| Listing::from_path(file))
        .collect();
    let mut parts = Vec::new();
    for part in &catalogue.parts {
        let mut listings = Vec::new();
        for chapter in &part.chapters {
            let requests = chapters::requests(&read(&catalogue.root, &chapter.file()).unwrap_or_default());
            let place = |listing: &Listing| {
                let place = requests.iter().position(|request| request.shows(listing).is_some());
                place.unwrap_or(usize::MAX)
            };
            let mut own: Vec<Listing> = files
                .iter()
                .filter(|listing| listing.part == part.slug && listing.chapter == chapter.slug)
                .cloned()
                .collect();
            own.sort_by_key(place);
            listings.extend(own);
        }
        parts.push((part.title.as_str(), listings));
    }
    Ok(parts)
}
