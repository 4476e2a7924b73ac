//! The package `parts/`: a program for each part of the book, which is a list of the part's listings.

use std::collections::BTreeMap;
use std::path::Path;

use super::manifest::with_list;
use super::{Listing, Suffix};
use crate::problem::{Result, read};

/// Where the programs lie, below the project's root.
pub const FOLDER: &str = "parts/src/bin";
/// Where they are declared, below the project's root.
const MANIFEST: &str = "parts/Cargo.toml";

/// The name of a part's program, as Cargo calls it.
pub fn program(part: &str) -> String {
    format!("part-{part}")
}

/// What the package's files should hold that depends on the listings, by path below the project's root. `listings` are all there are,
/// in the order of the book.
///
/// # Errors
/// The package's manifest cannot be read, or has no list of programs.
pub fn sources(root: &Path, listings: &[Listing]) -> Result<BTreeMap<String, String>> {
    let mut parts: Vec<(&str, Vec<&Listing>)> = Vec::new();
    for listing in listings.iter().filter(|listing| listing.suffix != Suffix::Fail) {
        match parts.iter_mut().find(|(part, _)| *part == listing.part) {
            Some((_, own)) => own.push(listing),
            None => parts.push((&listing.part, vec![listing])),
        }
    }
    let declare = |(part, _): &(&str, _)| format!("    {{ name = {:?}, test = false, doc = false }},\n", program(part));
    let list: String = parts.iter().map(declare).collect();
    let manifest = with_list(MANIFEST, &read(root, MANIFEST)?, "bin", &list)?;
    let sources = parts
        .iter()
        .map(|(part, own)| (format!("{FOLDER}/{}.rs", program(part)), source(part, own)));
    Ok(sources.chain([(MANIFEST.to_owned(), manifest)]).collect())
}

/// The source of a part's program.
fn source(part: &str, listings: &[&Listing]) -> String {
    let list: String = listings
        .iter()
        .map(|listing| {
            let (name, suffix) = (listing.name(), listing.suffix.as_str());
            format!("    {} {name:?} {suffix:?}\n", name.replace(['/', '-'], "_"))
        })
        .collect();
    format!(
        "//! The listings of the part `{part}`, on the stage. `cargo run manifest` writes this file.\n\n\
         // Without this `println!` would be the original, which the stage does not see.\n\
         #[macro_use]\nextern crate std as facade;\n\n\
         async_lessons_parts::part! {{\n    {part:?}\n{list}}}\n"
    )
}
