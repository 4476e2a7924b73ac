//! `listings/Cargo.toml`, which lists every listing on a line of its own, in the order of the book.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::listing::{Listing, Suffix};
use crate::problem::{Problem, Result, read};

/// The manifest of the package `listings`.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// The file's text.
    pub text: String,
    /// The listings it names, in the file's order.
    pub examples: Vec<Example>,
    /// The crates that listings may use, as their sources write them: `tokio_util`.
    pub crates: Vec<String>,
}

/// An entry of the list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Example {
    /// The example's name: `join-three-fetches`.
    pub name: String,
    /// The source's path relative to `listings/`.
    pub path: String,
    /// [`COMPILE_FAIL`] if the listing must not compile, so that ordinary builds skip it; otherwise empty.
    #[serde(default)]
    pub required_features: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    example: Vec<Example>,
    #[serde(default)]
    dependencies: BTreeMap<String, IgnoredAny>,
}

/// The feature that enables the listings that must not compile.
pub const COMPILE_FAIL: &str = "compile-fail";

const FILE: &str = "listings/Cargo.toml";

impl Manifest {
    /// Reads the manifest of the project in `root`.
    ///
    /// # Errors
    /// Fails if the file cannot be read or parsed.
    pub fn read(root: &Path) -> Result<Manifest> {
        let text = read(root, FILE)?;
        let parsed: File = toml::from_str(&text).map_err(|error| Problem::in_file(FILE, error.to_string()))?;
        Ok(Manifest {
            text,
            examples: parsed.example,
            crates: parsed.dependencies.keys().map(|name| name.replace('-', "_")).collect(),
        })
    }

    /// The line, counted from 1, of the example with this path; 1 if there is none.
    pub fn line_of(&self, path: &str) -> usize {
        let quoted = format!("\"{path}\"");
        1 + self.text.lines().position(|line| line.contains(&quoted)).unwrap_or(0)
    }

    /// The file's text with its list replaced by one of these listings, grouped by the titles of their parts.
    ///
    /// # Errors
    /// Fails if the file's text has no line `example = [` or no line `]` after it.
    pub fn with_listings(&self, parts: &[(&str, Vec<Listing>)]) -> Result<String> {
        let mut list = String::new();
        for (title, listings) in parts.iter().filter(|(_, listings)| !listings.is_empty()) {
            list.push_str(&format!("    # {title}\n"));
            for listing in listings {
                list.push_str(&format!("    {},\n", Example::of(listing).line()));
            }
        }
        with_list(FILE, &self.text, "example", &list)
    }
}

/// Replaces the list called `name` in `text`, the text of the manifest `file`, by the lines in `list`.
///
/// # Errors
/// Fails if the text has no line `name = [` or no line `]` after it.
pub(super) fn with_list(file: &str, text: &str, name: &str, list: &str) -> Result<String> {
    let open = format!("{name} = [\n");
    let no_list = || {
        let message = format!("expected a line `{name} = [` and, after the list, a line `]`; restore them");
        Problem::in_file(file, message)
    };
    let (before, rest) = text.split_once(&open).ok_or_else(no_list)?;
    // In an empty list, `]` directly follows the opening line.
    let (_, after) = rest
        .split_once("\n]\n")
        .or_else(|| rest.split_once("]\n"))
        .ok_or_else(no_list)?;
    Ok(format!("{before}{open}{list}]\n{after}"))
}

impl Example {
    /// The entry for a listing.
    pub fn of(listing: &Listing) -> Example {
        Example {
            name: listing.example(),
            path: listing.path(),
            required_features: match listing.suffix {
                Suffix::Fail => vec![COMPILE_FAIL.into()],
                _ => Vec::new(),
            },
        }
    }

    /// The entry's TOML, without the comma that follows it.
    pub fn line(&self) -> String {
        let features = match self.required_features.as_slice() {
            [] => String::new(),
            features => format!(", required-features = {features:?}"),
        };
        format!("{{ name = {:?}, path = {:?}{features} }}", self.name, self.path)
    }
}
