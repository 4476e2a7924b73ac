//! Tables that are made from the whole book: `lessons table NAME` writes them into the appendices.

mod api;
mod messages;

use std::fmt::Write;

use super::listing::anchor;
use crate::catalogue::{Catalogue, Chapter, Listing};
use crate::problem::{Result, problem};
use crate::run::twin;

pub use api::{Item, items};

/// The tables that there are.
pub const NAMES: [&str; 4] = ["listings", "messages", "versions", "cancel-safety"];

/// A table, as Markdown, for a page in a folder beside those of the chapters.
///
/// # Errors
/// There is none of that name, or a chapter's own table is not of the usual form.
pub fn table(catalogue: &Catalogue, name: &str) -> Result<String> {
    match name {
        "listings" => Ok(listings(catalogue)),
        "messages" => Ok(messages::table(catalogue)),
        "versions" => api::versions(catalogue),
        "cancel-safety" => api::cancel_safety(catalogue),
        _ => Err(problem!("there is no table `{name}`; there are {}", NAMES.join(", "))),
    }
}

/// A link to a listing on its page.
fn link(listing: &Listing) -> String {
    let Listing { part, chapter, .. } = listing;
    format!("[`{listing}`](../{part}/{chapter}.md#{})", anchor(listing))
}

/// A link to a chapter.
fn chapter_link(chapter: &Chapter) -> String {
    let path = chapter.path.to_string_lossy().replace('\\', "/");
    format!("[{}](../{path})", chapter.title)
}

/// What stands in a cell: a line, in which a bar divides nothing.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// Every listing, by chapter, with what is special about it.
fn listings(catalogue: &Catalogue) -> String {
    let mut text = String::new();
    let mut put = |line: std::fmt::Arguments<'_>| writeln!(text, "{line}").expect("a string takes everything");
    for part in &catalogue.parts {
        if part.chapters.iter().all(|chapter| chapter.listings.is_empty()) {
            continue;
        }
        put(format_args!("## {}\n", part.title));
        for chapter in part.chapters.iter().filter(|chapter| !chapter.listings.is_empty()) {
            put(format_args!("{}:\n", chapter_link(chapter)));
            for listing in &chapter.listings {
                let twin = twin::file(catalogue, listing).map(|_| "also in Python");
                let remarks: Vec<&str> = [listing.suffix.remark()]
                    .into_iter()
                    .filter(|remark| !remark.is_empty())
                    .chain(twin)
                    .collect();
                let remarks = match remarks.as_slice() {
                    [] => String::new(),
                    some => format!(": {}", some.join(", ")),
                };
                put(format_args!("- {}{remarks}", link(listing)));
            }
            put(format_args!(""));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn every_table_is_made() {
        let catalogue = Catalogue::load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the catalogue can be read");
        for name in NAMES {
            let table = table(&catalogue, name).expect("it can be made");
            assert!(table.lines().count() > 20, "{name}\n{table}");
        }
        let listings = table(&catalogue, "listings").expect("it can be made");
        assert!(
            listings.contains("- [`join/three-fetches`](../tasks/join.md#listing-join-three-fetches): also in Python")
        );
        assert!(table(&catalogue, "nonsense").is_err());
    }
}
