//! `listings/Cargo.toml` names every listing, once, in the order in which the book shows them; so do the programs of the parts.

use std::collections::{BTreeMap, BTreeSet};

use super::{chapters, files_below};
use crate::catalogue::{Catalogue, Example, Listing, Manifest, parts};
use crate::problem::{Problem, Result, read};

const MANIFEST: &str = "listings/Cargo.toml";
const REPAIR: &str = "`cargo run manifest` writes the list anew";

pub(super) fn check(catalogue: &Catalogue) -> Result<Vec<Problem>> {
    let manifest = Manifest::read(&catalogue.root)?;
    let expected: Vec<Example> = ordered(catalogue)?
        .into_iter()
        .flat_map(|(_, listings)| listings)
        .map(|listing| Example::of(&listing))
        .collect();
    let problem = |line, message| Problem {
        file: MANIFEST.into(),
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
    // The same command repairs both: what is wrong here would be reported there again.
    if problems.is_empty() {
        problems = programs(catalogue)?;
    }
    Ok(problems)
}

/// Every program of a part is as the listings make it, and there is no other.
fn programs(catalogue: &Catalogue) -> Result<Vec<Problem>> {
    let stale = stale(catalogue)?.into_keys();
    let mut problems: Vec<Problem> = stale
        .map(|file| Problem::in_file(file, format!("does not list what there is; {REPAIR}")))
        .collect();
    let expected = lists(catalogue)?;
    for file in files_below(catalogue, parts::FOLDER)? {
        let file = format!("{}/{file}", parts::FOLDER);
        if !expected.contains_key(&file) {
            problems.push(Problem::in_file(
                file,
                "no part of the book has listings for it; delete it",
            ));
        }
    }
    Ok(problems)
}

/// The files that list the listings and are not as they should be, by path below the project's root; with each, what it should hold.
///
/// # Errors
/// A file or folder cannot be read, or a manifest has no list.
pub fn stale(catalogue: &Catalogue) -> Result<BTreeMap<String, String>> {
    let mut files = lists(catalogue)?;
    files.retain(|file, text| read(&catalogue.root, file).unwrap_or_default() != *text);
    Ok(files)
}

fn lists(catalogue: &Catalogue) -> Result<BTreeMap<String, String>> {
    let ordered = ordered(catalogue)?;
    let listings: Vec<Listing> = ordered.iter().flat_map(|(_, listings)| listings).cloned().collect();
    let mut files = parts::sources(&catalogue.root, &listings)?;
    files.insert(
        MANIFEST.into(),
        Manifest::read(&catalogue.root)?.with_listings(&ordered)?,
    );
    Ok(files)
}

/// The listings there are, by part's title, each chapter's in the order in which its page shows them; those that it does not
/// show come last.
///
/// # Errors
/// A file or folder cannot be read.
fn ordered(catalogue: &Catalogue) -> Result<Vec<(&str, Vec<Listing>)>> {
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
