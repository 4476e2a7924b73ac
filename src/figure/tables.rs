//! Tables made from the whole book. `lessons table NAME` writes them into the appendices.

mod markdown;

mod api;
mod messages;
mod recap;

use crate::catalogue::{Catalogue, Listing};
use crate::problem::{Result, problem};
use crate::run::twin;

use markdown::{chapter_link, short_link};

pub use api::met;
pub(super) use markdown::plain;

/// The names of the tables.
pub const NAMES: [&str; 5] = ["listings", "messages", "versions", "cancel-safety", "recap"];

/// A table in Markdown, for a page in a folder beside those of the chapters.
///
/// # Errors
/// Fails if there is no table of this name, or if a chapter's own table has an unexpected form.
pub fn table(catalogue: &Catalogue, name: &str) -> Result<String> {
    let table = match name {
        "listings" => Ok(listings(catalogue)),
        "messages" => Ok(messages::table(catalogue)),
        "versions" => api::versions(catalogue),
        "cancel-safety" => api::cancel_safety(catalogue),
        "recap" => recap::recap(catalogue),
        _ => Err(problem!(
            "there is no table `{name}`; expected one of {}",
            NAMES.join(", ")
        )),
    };
    // mdbook-cmdrun drops an empty line at the end of a chapter.
    Ok(table?.trim_end().to_owned() + "\n")
}

/// All listings by chapter, with remarks.
fn listings(catalogue: &Catalogue) -> String {
    let mut paragraphs = Vec::new();
    for part in &catalogue.parts {
        if part.chapters.iter().all(|chapter| chapter.listings.is_empty()) {
            continue;
        }
        paragraphs.push(format!("## {}\n", plain(&part.title)));
        for chapter in part.chapters.iter().filter(|chapter| !chapter.listings.is_empty()) {
            let entries: Vec<String> = chapter
                .listings
                .iter()
                .map(|listing| entry(catalogue, listing))
                .collect();
            paragraphs.push(format!(
                "{}, `{}/`: {}.\n",
                chapter_link(chapter),
                chapter.slug,
                entries.join(", ")
            ));
        }
    }
    paragraphs.join("\n")
}

/// A listing's link, by its name within its chapter, and what is special about it.
fn entry(catalogue: &Catalogue, listing: &Listing) -> String {
    let rust_only = twin::file(catalogue, listing).is_none().then_some("Rust only");
    let remarks = [
        Some(listing.suffix.remark()).filter(|remark| !remark.is_empty()),
        rust_only,
    ];
    match remarks.into_iter().flatten().collect::<Vec<_>>().as_slice() {
        [] => short_link(listing),
        some => format!("{} ({})", short_link(listing), some.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn listings_are_listed_below_escaped_titles() {
        let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/whole");
        let mut catalogue = Catalogue::load(&whole).expect("the fixture is whole");
        catalogue.parts[0].title = "Pots <b>".into();
        catalogue.parts[0].chapters[0].title = "Vec<Egg>".into();
        let table = table(&catalogue, "listings").expect("a table");
        let expected = "## Pots \\<b\\>\n\n[Vec\\<Egg\\>](../kitchen/boil.md), `boil/`: [`egg`](../kitchen/boil.md#listing-boil-egg) (Rust only), ";
        assert!(table.starts_with(expected), "{table}");
        assert!(super::table(&catalogue, "nonsense").is_err());
    }
}
