//! Checks of listings' files: their paths, and their sources. A listing is both a program and a module of its part's program, and must
//! compile as both.

use std::collections::BTreeMap;

use super::files::PACKAGE_FILES;
use super::paths::files_below;
use crate::catalogue::scaffold;
use crate::catalogue::{Catalogue, Listing, rule};
use crate::problem::{Problem, Result, read};

/// The problems of all files that cannot be listings of the book, although they look like some.
///
/// # Errors
/// Fails if a folder cannot be read.
pub(super) fn refused(catalogue: &Catalogue) -> Result<Vec<Problem>> {
    let mut problems = Vec::new();
    let mut names = BTreeMap::<String, String>::new();
    for path in files_below(catalogue, "listings")? {
        if !path.ends_with(".rs") || PACKAGE_FILES.contains(&path.as_str()) {
            continue;
        }
        let file = format!("listings/{path}");
        let source = match read(&catalogue.root, &file) {
            Ok(source) => source,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        problems.extend(rule::faults(&path, &source).into_iter().map(|(line, message)| Problem {
            file: file.clone(),
            line,
            message,
        }));
        let Some(listing) = Listing::from_path(&path) else {
            continue;
        };
        let has_chapter = catalogue.parts.iter().any(|part| {
            part.slug == listing.part && part.chapters.iter().any(|chapter| chapter.slug == listing.chapter)
        });
        if !has_chapter {
            let message = format!(
                "its chapter, book/{}/{}.md, is not in book/SUMMARY.md; add the chapter, or move the listing",
                listing.part, listing.chapter
            );
            problems.push(Problem::in_file(&file, message));
        }
        // `a-b/c` and `a/b-c` have the same name, too, in Cargo and in Rust.
        if let Some(other) = names.insert(listing.example(), file.clone()) {
            problems.push(Problem::in_file(file, format!("{other} has the same name; rename one")));
        }
    }
    Ok(problems)
}

/// The listings that are still as `cargo run new` wrote them.
pub(super) fn unfinished(catalogue: &Catalogue) -> Vec<Problem> {
    let is_scaffold =
        |listing: &&Listing| read(&catalogue.root, &listing.file()).is_ok_and(|source| source == scaffold::LISTING);
    let message = "still the program that `cargo run new` wrote; write the chapter's own";
    catalogue
        .listings()
        .filter(is_scaffold)
        .map(|listing| Problem::in_file(listing.file(), message))
        .collect()
}
