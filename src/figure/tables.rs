//! Tables made from the whole book. `lessons table NAME` writes them into the appendices.

mod markdown;

mod api;
mod messages;

use std::fmt::Write;

use crate::catalogue::Catalogue;
use crate::problem::{Result, problem};
use crate::run::twin;

use markdown::{chapter_link, link};

pub use api::items;
pub(super) use markdown::plain;

/// The names of the tables.
pub const NAMES: [&str; 4] = ["listings", "messages", "versions", "cancel-safety"];

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
    let mut text = String::new();
    let mut put = |line: std::fmt::Arguments<'_>| writeln!(text, "{line}").expect("writing to a string cannot fail");
    for part in &catalogue.parts {
        if part.chapters.iter().all(|chapter| chapter.listings.is_empty()) {
            continue;
        }
        put(format_args!("## {}\n", plain(&part.title)));
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
    fn listings_are_listed_below_escaped_titles() {
        let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/whole");
        let mut catalogue = Catalogue::load(&whole).expect("the fixture is whole");
        catalogue.parts[0].title = "Pots <b>".into();
        catalogue.parts[0].chapters[0].title = "Vec<Egg>".into();
        let table = table(&catalogue, "listings").expect("a table");
        let expected = "## Pots \\<b\\>\n\n[Vec\\<Egg\\>](../kitchen/boil.md):\n\n- [`boil/egg`](../kitchen/boil.md#listing-boil-egg)\n";
        assert!(table.starts_with(expected), "{table}");
        assert!(super::table(&catalogue, "nonsense").is_err());
    }
}
