//! Checks that `listings/Cargo.toml` and the programs of the parts name every listing once, in the order of the book.

use std::collections::{BTreeMap, BTreeSet};

use super::paths::files_below;
use super::sources;
use crate::catalogue::{Catalogue, Example, Listing, Manifest, parts};
use crate::figure::requests;
use crate::problem::{Problem, Result, all, read};

const MANIFEST: &str = "listings/Cargo.toml";
const REPAIR: &str = "run `cargo run manifest` to rewrite the list";

pub(super) fn check(catalogue: &Catalogue) -> Result<Vec<Problem>> {
    let manifest = Manifest::read(&catalogue.root)?;
    let expected: Vec<Example> = ordered(catalogue, &Files::new())?
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
                format!("{} is not a listing of the book; {REPAIR}", example.line()),
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
        let (named, shown) = (&named.path, &shown.path);
        let message = format!("expected {shown}, which the book shows here, found {named}; {REPAIR}");
        problems.push(problem(manifest.line_of(named), message));
    }
    // Report each problem once: the same command repairs the manifest and the programs.
    if problems.is_empty() {
        problems = check_programs(catalogue)?;
    }
    Ok(problems)
}

/// The programs of the parts must be those that the listings determine.
fn check_programs(catalogue: &Catalogue) -> Result<Vec<Problem>> {
    let stale = stale(catalogue, &Files::new())?.into_keys();
    let mut problems: Vec<Problem> = stale
        .map(|file| Problem::in_file(file, format!("does not match the listings; {REPAIR}")))
        .collect();
    let expected = generated_files(catalogue, &Files::new())?;
    for file in files_below(catalogue, parts::FOLDER)? {
        let file = format!("{}/{file}", parts::FOLDER);
        if !expected.contains_key(&file) {
            problems.push(Problem::in_file(
                file,
                "belongs to no part of the book that has listings; delete it",
            ));
        }
    }
    Ok(problems)
}

/// Files that are about to be written: their texts, keyed by their paths relative to the project's root.
pub type Files = BTreeMap<String, String>;

/// The lists of listings that are out of date, or will be once the files `added` are there: the expected text of each file.
///
/// # Errors
/// Fails if a file in `listings/` cannot be a listing, if a file or folder cannot be read, or if a manifest has no list.
pub fn lists(catalogue: &Catalogue, added: &Files) -> Result<Files> {
    all(&sources::refused(catalogue)?)?;
    stale(catalogue, added)
}

/// The generated files that are out of date, or will be once the files `added` are there.
fn stale(catalogue: &Catalogue, added: &Files) -> Result<Files> {
    let mut files = generated_files(catalogue, added)?;
    files.retain(|file, text| read(&catalogue.root, file).unwrap_or_default() != *text);
    Ok(files)
}

/// The expected texts of all files that list the listings, those in `added` among them.
fn generated_files(catalogue: &Catalogue, added: &Files) -> Result<Files> {
    let ordered = ordered(catalogue, added)?;
    let listings: Vec<Listing> = ordered.iter().flat_map(|(_, listings)| listings).cloned().collect();
    let mut files = parts::sources(&catalogue.root, &listings)?;
    files.insert(
        MANIFEST.into(),
        Manifest::read(&catalogue.root)?.with_listings(&ordered)?,
    );
    Ok(files)
}

/// The listings found in `listings/` and in `added`, grouped by the title of their part, in the order in which the pages show them. Listings that a
/// page does not show come last in their chapter.
fn ordered<'a>(catalogue: &'a Catalogue, added: &Files) -> Result<Vec<(&'a str, Vec<Listing>)>> {
    let mut files: Vec<Listing> = files_below(catalogue, "listings")?
        .iter()
        .filter_map(|file| Listing::from_path(file))
        .collect();
    let new = added
        .keys()
        .filter_map(|file| Listing::from_path(file.strip_prefix("listings/")?));
    files.extend(new);
    let mut parts = Vec::new();
    for part in &catalogue.parts {
        let mut listings = Vec::new();
        for chapter in &part.chapters {
            let text = added.get(&chapter.file()).cloned();
            let text = text.unwrap_or_else(|| read(&catalogue.root, &chapter.file()).unwrap_or_default());
            let requests = requests(&text);
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
