//! The package `parts/`, which has a program for each part of the book: a list of the part's listings.

use std::collections::BTreeMap;
use std::path::Path;

use super::listing::{Listing, Suffix};
use super::manifest::with_list;
use crate::problem::{Result, read};

/// The folder of the programs, relative to the project's root.
pub const FOLDER: &str = "parts/src/bin";
/// The manifest that declares the programs, relative to the project's root.
const MANIFEST: &str = "parts/Cargo.toml";

/// The Cargo name of a part's program: `part-tasks`.
pub fn program_name(part: &str) -> String {
    format!("part-{part}")
}

/// The texts of the package's generated files, keyed by their paths relative to the project's root. `listings` must hold all listings
/// in the order of the book.
///
/// # Errors
/// Fails if the package's manifest cannot be read or has no list of programs.
pub fn sources(root: &Path, listings: &[Listing]) -> Result<BTreeMap<String, String>> {
    let mut parts: Vec<(&str, Vec<&Listing>)> = Vec::new();
    for listing in listings.iter().filter(|listing| listing.suffix != Suffix::Fail) {
        match parts.iter_mut().find(|(part, _)| *part == listing.part) {
            Some((_, own)) => own.push(listing),
            None => parts.push((&listing.part, vec![listing])),
        }
    }
    let declare = |(part, _): &(&str, _)| {
        format!(
            "    {{ name = {:?}, test = false, doc = false }},\n",
            program_name(part)
        )
    };
    let list: String = parts.iter().map(declare).collect();
    let manifest = with_list(MANIFEST, &read(root, MANIFEST)?, "bin", &list)?;
    let sources = parts
        .iter()
        .map(|(part, own)| (format!("{FOLDER}/{}.rs", program_name(part)), source(part, own)));
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
